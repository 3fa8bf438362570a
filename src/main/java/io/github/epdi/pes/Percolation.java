package io.github.epdi.pes;

import io.github.epdi.structure.Hop;
import io.github.epdi.structure.SiteKind;
import io.github.epdi.structure.SurfaceGraph;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the percolation barriers of one side.
 *
 * <p>Hops are added in order of hop energy, equal ones together. The threshold of rank k is the
 * first energy at which a component of connected sites winds around the cell in k independent
 * directions. The barrier is the threshold minus the lowest site of that component. If several
 * components reach the rank at the same energy, the smallest barrier counts. Components that reach
 * it only at a higher energy do not count.
 */
public final class Percolation {
  private final SurfaceGraph graph;
  private final SurfaceEnergies energies;
  private final PeriodicComponents components;
  private final double[] thresholdEv = {Double.NaN, Double.NaN, Double.NaN};
  private final double[] barrierEv = {Double.NaN, Double.NaN, Double.NaN};
  private final PercolationRoute[] routes = new PercolationRoute[3];

  private Percolation(SurfaceGraph graph, SurfaceEnergies energies) {
    this.graph = graph;
    this.energies = energies;
    double[] sites = new double[graph.tops().size() + graph.hollows().size()];
    for (int i = 0; i < sites.length; i++) {
      sites[i] = energyEv(i);
    }
    this.components = new PeriodicComponents(sites);
  }

  /**
   * Returns the percolation barriers of a side.
   *
   * @throws IllegalArgumentException if the energies are not those of the graph's sites
   */
  public static PercolationBarriers of(SurfaceGraph graph, SurfaceEnergies energies) {
    energies.requireShapeOf(graph);
    Percolation percolation = new Percolation(graph, energies);
    percolation.fill();
    return percolation.barriers();
  }

  /**
   * Returns the routes behind the percolation barriers, with their hops and lowest sites.
   *
   * @throws IllegalArgumentException if the energies are not those of the graph's sites
   */
  public static PercolationRoutes routes(SurfaceGraph graph, SurfaceEnergies energies) {
    energies.requireShapeOf(graph);
    Percolation percolation = new Percolation(graph, energies);
    percolation.fill();
    return new PercolationRoutes(percolation.routes[1], percolation.routes[2]);
  }

  private void fill() {
    List<Hop> ascending =
        graph.hops().stream().sorted(Comparator.comparingDouble(energies::hopEnergyEv)).toList();
    for (int i = 0; i < ascending.size() && Double.isNaN(thresholdEv[2]); i++) {
      Hop hop = ascending.get(i);
      components.join(hop.top(), graph.tops().size() + hop.hollow(), hop.du(), hop.dv());
      double entered = energies.hopEnergyEv(hop);
      if (i + 1 == ascending.size() || energies.hopEnergyEv(ascending.get(i + 1)) > entered) {
        note(entered, ascending.subList(0, i + 1));
      }
    }
  }

  private PercolationBarriers barriers() {
    double lowest = energies.lowestEv();
    return new PercolationBarriers(
        orNull(barrierEv[1]),
        orNull(barrierEv[2]),
        orNull(thresholdEv[1] - lowest),
        orNull(thresholdEv[2] - lowest));
  }

  /**
   * Notes the ranks that are reached for the first time once all hops up to an energy are added.
   */
  private void note(double enteredEv, List<Hop> entered) {
    for (int k = 1; k <= 2; k++) {
      if (Double.isNaN(thresholdEv[k])) {
        int root = rootOfRank(k);
        if (root >= 0) {
          thresholdEv[k] = enteredEv;
          barrierEv[k] = enteredEv - components.lowestEv(root);
          routes[k] = route(root, enteredEv, entered);
        }
      }
    }
  }

  /**
   * Returns the root of the component of at least rank k whose lowest site is highest, which gives
   * the smallest barrier. Returns -1 if there is no such component.
   */
  private int rootOfRank(int k) {
    int highest = -1;
    for (int site = 0; site < graph.tops().size() + graph.hollows().size(); site++) {
      int root = components.root(site);
      if (components.rank(root) >= k
          && (highest < 0 || components.lowestEv(root) > components.lowestEv(highest))) {
        highest = root;
      }
    }
    return highest;
  }

  private PercolationRoute route(int root, double enteredEv, List<Hop> entered) {
    int tops = graph.tops().size();
    int site = 0;
    while (components.root(site) != root || energyEv(site) > components.lowestEv(root)) {
      site++;
    }
    return new PercolationRoute(
        enteredEv,
        components.lowestEv(root),
        site < tops ? SiteKind.T : SiteKind.H,
        site < tops ? site : site - tops,
        entered.stream().filter(hop -> components.root(hop.top()) == root).toList());
  }

  /** Returns the energy of a site, eV. Sites are numbered through: first T, then H. */
  private double energyEv(int site) {
    int hollow = site - graph.tops().size();
    return hollow < 0 ? energies.energyEv(SiteKind.T, site) : energies.energyEv(SiteKind.H, hollow);
  }

  private static Double orNull(double value) {
    return Double.isNaN(value) ? null : Double.valueOf(value);
  }
}
