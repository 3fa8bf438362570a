package io.github.epdi.pes;

import io.github.epdi.structure.AdsorptionSite;
import io.github.epdi.structure.Hop;
import io.github.epdi.structure.SiteKind;
import io.github.epdi.structure.SurfaceGraph;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * One energy in eV for each T, H and B site of one side, by site number. Immutable.
 *
 * <p>Most often these are binding energies of lithium. The mean local potentials of the sites,
 * which are energies of an electron, are kept in the same form.
 */
public final class SurfaceEnergies {
  private final double[] tops;
  private final double[] hollows;
  private final double[] bridges;

  /**
   * Takes energies by site number. The arrays are copied.
   *
   * @param tops eV, one for each T site
   * @param hollows eV, one for each H site
   * @param bridges eV, one for each B site
   * @throws IllegalArgumentException if a value is not finite or there is no T or no H site
   */
  public SurfaceEnergies(double[] tops, double[] hollows, double[] bridges) {
    this.tops = finite(SiteKind.T, tops);
    this.hollows = finite(SiteKind.H, hollows);
    this.bridges = finite(SiteKind.B, bridges);
    if (tops.length == 0 || hollows.length == 0) {
      throw new IllegalArgumentException(
          "Cannot use the energies of a surface: expected T and H sites, found "
              + tops.length
              + " T and "
              + hollows.length
              + " H");
    }
  }

  /**
   * Gives each site the energy of the representative of its symmetry orbit, so that equivalent
   * sites have exactly equal energies.
   *
   * @param graph the sites of a side
   * @param energyOfRepresentative gives the energy in eV; called once for each representative
   */
  public static SurfaceEnergies spread(
      SurfaceGraph graph, ToDoubleFunction<AdsorptionSite> energyOfRepresentative) {
    return new SurfaceEnergies(
        spread(graph.tops(), energyOfRepresentative),
        spread(graph.hollows(), energyOfRepresentative),
        spread(graph.bridges(), energyOfRepresentative));
  }

  /**
   * Returns the mean over the members of an ensemble, site by site.
   *
   * @param members at least one, all with the same numbers of sites
   * @throws IllegalArgumentException if the numbers of sites differ
   */
  public static SurfaceEnergies mean(List<SurfaceEnergies> members) {
    if (members.size() == 1) {
      return members.get(0);
    }
    return new SurfaceEnergies(
        mean(members, SiteKind.T), mean(members, SiteKind.H), mean(members, SiteKind.B));
  }

  /** Returns the number of sites of a kind. */
  public int count(SiteKind kind) {
    return values(kind).length;
  }

  /** Returns the energy of site {@code number} of a kind, eV. */
  public double energyEv(SiteKind kind, int number) {
    return values(kind)[number];
  }

  /**
   * Returns the highest energy of a hop's bridge and its two sites, eV. The bridge may lie below a
   * site.
   */
  public double hopEnergyEv(Hop hop) {
    return Math.max(bridges[hop.number()], siteMaximumEv(hop));
  }

  /** Tells whether a hop's bridge lies below one of its two sites. */
  public boolean saddleBelowSite(Hop hop) {
    return bridges[hop.number()] < siteMaximumEv(hop);
  }

  /** Energy of the lowest T or H site, eV. */
  public double lowestEv() {
    return Math.min(lowestEv(SiteKind.T), lowestEv(SiteKind.H));
  }

  /** Returns the energy of the lowest site of a kind, eV. */
  public double lowestEv(SiteKind kind) {
    return values(kind)[lowestNumber(kind)];
  }

  /** Returns the number of the lowest site of a kind. Among equal ones it is the first. */
  public int lowestNumber(SiteKind kind) {
    double[] energies = values(kind);
    int lowest = 0;
    for (int i = 1; i < energies.length; i++) {
      if (energies[i] < energies[lowest]) {
        lowest = i;
      }
    }
    return lowest;
  }

  /**
   * Checks that there is one energy for each site of a graph.
   *
   * @throws IllegalArgumentException if not, naming the kind whose number differs
   */
  public void requireShapeOf(SurfaceGraph graph) {
    for (SiteKind kind : SiteKind.values()) {
      if (count(kind) != graph.sites(kind).size()) {
        throw new IllegalArgumentException(
            "Cannot match energies with sites on the "
                + graph.side().label()
                + " side: expected "
                + graph.sites(kind).size()
                + " for kind "
                + kind
                + ", found "
                + count(kind));
      }
    }
  }

  private double siteMaximumEv(Hop hop) {
    return Math.max(tops[hop.top()], hollows[hop.hollow()]);
  }

  private double[] values(SiteKind kind) {
    return switch (kind) {
      case T -> tops;
      case H -> hollows;
      case B -> bridges;
    };
  }

  private static double[] finite(SiteKind kind, double[] energies) {
    for (int i = 0; i < energies.length; i++) {
      if (!Double.isFinite(energies[i])) {
        throw new IllegalArgumentException(
            "Cannot use the energy of site "
                + kind
                + i
                + ": expected a finite number, found "
                + energies[i]);
      }
    }
    return energies.clone();
  }

  private static double[] spread(
      List<AdsorptionSite> sites, ToDoubleFunction<AdsorptionSite> energyOfRepresentative) {
    double[] energies = new double[sites.size()];
    for (AdsorptionSite site : sites) {
      if (site.isRepresentative()) {
        double energy = energyOfRepresentative.applyAsDouble(site);
        for (AdsorptionSite other : sites) {
          if (other.representative().equals(site.id())) {
            energies[other.number()] = energy;
          }
        }
      }
    }
    return energies;
  }

  private static double[] mean(List<SurfaceEnergies> members, SiteKind kind) {
    double[] mean = new double[members.get(0).count(kind)];
    for (SurfaceEnergies member : members) {
      double[] energies = member.values(kind);
      if (energies.length != mean.length) {
        throw new IllegalArgumentException(
            "Cannot average over members: expected "
                + mean.length
                + " energies of kind "
                + kind
                + ", found "
                + energies.length);
      }
      for (int i = 0; i < mean.length; i++) {
        mean[i] += energies[i];
      }
    }
    return Arrays.stream(mean).map(sum -> sum / members.size()).toArray();
  }
}
