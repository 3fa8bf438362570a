package io.github.epdi.pes;

import io.github.epdi.structure.Hop;
import io.github.epdi.structure.SiteKind;
import io.github.epdi.structure.SurfaceNetwork;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the percolation barriers of one side.
 *
 * <p>Hops enter in order of hop energy, equal ones together. The threshold of rank k is the first
 * energy at which a component winds around the cell in k independent directions; the barrier is the
 * threshold minus the lowest site of such a component, the smallest of these if several reach the
 * rank at that energy. A component that reaches it only at a higher energy does not count.
 */
public final class Percolation {
  private final SurfaceNetwork network;
  private final SurfaceEnergies energies;
  private final PeriodicComponents components;
  private final double[] thresholdEv = {Double.NaN, Double.NaN, Double.NaN};
  private final double[] barrierEv = {Double.NaN, Double.NaN, Double.NaN};

  private Percolation(SurfaceNetwork network, SurfaceEnergies energies) {
    this.network = network;
    this.energies = energies;
    double[] sites = new double[network.tops().size() + network.hollows().size()];
    for (int i = 0; i < sites.length; i++) {
      int hollow = i - network.tops().size();
      sites[i] =
          hollow < 0 ? energies.energyEv(SiteKind.T, i) : energies.energyEv(SiteKind.H, hollow);
    }
    this.components = new PeriodicComponents(sites);
  }

  /**
   * The percolation barriers of a side.
   *
   * @throws IllegalArgumentException if the energies are not those of the network's sites
   */
  public static PercolationBarriers of(SurfaceNetwork network, SurfaceEnergies energies) {
    energies.requireShapeOf(network);
    return new Percolation(network, energies).barriers();
  }

  private PercolationBarriers barriers() {
    List<Hop> ascending =
        network.hops().stream().sorted(Comparator.comparingDouble(energies::hopEnergyEv)).toList();
    for (int i = 0; i < ascending.size() && Double.isNaN(thresholdEv[2]); i++) {
      Hop hop = ascending.get(i);
      components.join(hop.top(), network.tops().size() + hop.hollow(), hop.du(), hop.dv());
      double entered = energies.hopEnergyEv(hop);
      if (i + 1 == ascending.size() || energies.hopEnergyEv(ascending.get(i + 1)) > entered) {
        note(entered);
      }
    }
    double lowest = energies.lowestEv();
    return new PercolationBarriers(
        orNull(barrierEv[1]),
        orNull(barrierEv[2]),
        orNull(thresholdEv[1] - lowest),
        orNull(thresholdEv[2] - lowest));
  }

  /** Notes which ranks are reached for the first time now that all hops up to an energy are in. */
  private void note(double enteredEv) {
    for (int k = 1; k <= 2; k++) {
      if (Double.isNaN(thresholdEv[k])) {
        double highestLowest = highestLowestOfRank(k);
        if (!Double.isNaN(highestLowest)) {
          thresholdEv[k] = enteredEv;
          barrierEv[k] = enteredEv - highestLowest;
        }
      }
    }
  }

  private double highestLowestOfRank(int k) {
    double highest = Double.NaN;
    for (int site = 0; site < network.tops().size() + network.hollows().size(); site++) {
      int root = components.root(site);
      if (components.rank(root) >= k && !(components.lowestEv(root) <= highest)) {
        highest = components.lowestEv(root);
      }
    }
    return highest;
  }

  private static Double orNull(double value) {
    return Double.isNaN(value) ? null : Double.valueOf(value);
  }
}
