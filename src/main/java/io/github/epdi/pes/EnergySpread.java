package io.github.epdi.pes;

import io.github.epdi.structure.AdsorptionSite;
import io.github.epdi.structure.DiffusionPath;
import io.github.epdi.structure.Hop;
import io.github.epdi.structure.SiteKind;
import io.github.epdi.structure.SurfaceGraph;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How far the energies of a side's sites, and differences between them, may be off. All spreads are
 * standard deviations in eV. Sites of one symmetry orbit share one error. Immutable.
 */
public final class EnergySpread {
  private final SurfaceGraph graph;
  private final Map<String, Integer> orbits = new HashMap<>();
  private final double[][] covariance;

  /**
   * Makes the spread of a side.
   *
   * @param graph sites of the side
   * @param unique representatives of its orbits
   * @param covariance covariance of the errors of their energies, eV squared, in the same order
   */
  public EnergySpread(SurfaceGraph graph, List<AdsorptionSite> unique, double[][] covariance) {
    this.graph = graph;
    this.covariance = covariance.clone();
    for (int i = 0; i < unique.size(); i++) {
      orbits.put(unique.get(i).id(), i);
    }
  }

  /** Returns the spread of the energy of a site. */
  public double energyEv(SiteKind kind, int number) {
    int orbit = orbit(kind, number);
    return Math.sqrt(Math.max(0, covariance[orbit][orbit]));
  }

  /** Returns the spread of the difference of the energies of two sites, 0 within an orbit. */
  public double differenceEv(AdsorptionSite first, AdsorptionSite second) {
    return differenceEv(orbit(first.kind(), first.number()), orbit(second.kind(), second.number()));
  }

  private double differenceEv(int first, int second) {
    return Math.sqrt(
        Math.max(
            0,
            covariance[first][first] + covariance[second][second] - 2 * covariance[first][second]));
  }

  private int orbit(SiteKind kind, int number) {
    String representative = graph.sites(kind).get(number).representative();
    Integer orbit = orbits.get(representative);
    if (orbit == null) {
      throw new IllegalArgumentException(
          "Cannot tell the spread of "
              + kind
              + number
              + ": expected the covariance of "
              + representative
              + ", found none");
    }
    return orbit;
  }

  /**
   * Returns the spread of a hop's barrier, seen from one of its sites. It is that of the hop's
   * highest point less the site. Where the site itself is the highest, it is that of the bridge.
   */
  public double barrierEv(SurfaceEnergies energies, Hop hop, SiteKind from) {
    int start = from == SiteKind.T ? hop.top() : hop.hollow();
    SiteKind other = from == SiteKind.T ? SiteKind.H : SiteKind.T;
    int end = from == SiteKind.T ? hop.hollow() : hop.top();
    double bridgeEv = energies.energyEv(SiteKind.B, hop.number());
    boolean overEnd =
        energies.energyEv(other, end) > Math.max(bridgeEv, energies.energyEv(from, start));
    int highest = overEnd ? orbit(other, end) : orbit(SiteKind.B, hop.number());
    return differenceEv(highest, orbit(from, start));
  }

  /** Returns the spread of the barrier of a path, seen from the T site at one of its ends. */
  public double barrierEv(SurfaceEnergies energies, DiffusionPath path, int fromTop) {
    double startEv = energies.energyEv(SiteKind.B, path.startHop());
    double endEv = energies.energyEv(SiteKind.B, path.endHop());
    int bridge = startEv >= endEv ? path.startHop() : path.endHop();
    double hollowEv = energies.energyEv(SiteKind.H, path.hollow());
    int otherTop = fromTop == path.startTop() ? path.endTop() : path.startTop();
    double otherEv = energies.energyEv(SiteKind.T, otherTop);
    double highestEv = Math.max(startEv, endEv);
    int highest = orbit(SiteKind.B, bridge);
    if (hollowEv > Math.max(highestEv, otherEv)) {
      highest = orbit(SiteKind.H, path.hollow());
    } else if (otherEv > Math.max(highestEv, energies.energyEv(SiteKind.T, fromTop))) {
      highest = orbit(SiteKind.T, otherTop);
    }
    return differenceEv(highest, orbit(SiteKind.T, fromTop));
  }

  /** Returns the spread of a percolation barrier, which a route's highest hop and site set. */
  public double barrierEv(SurfaceEnergies energies, PercolationRoute route) {
    Hop hop = route.highestHop();
    int lowest = orbit(route.lowestKind(), route.lowestNumber());
    double bridgeEv = energies.energyEv(SiteKind.B, hop.number());
    double topEv = energies.energyEv(SiteKind.T, hop.top());
    double hollowEv = energies.energyEv(SiteKind.H, hop.hollow());
    int highest = orbit(SiteKind.B, hop.number());
    if (topEv > bridgeEv && topEv >= hollowEv && orbit(SiteKind.T, hop.top()) != lowest) {
      highest = orbit(SiteKind.T, hop.top());
    } else if (hollowEv > bridgeEv && orbit(SiteKind.H, hop.hollow()) != lowest) {
      highest = orbit(SiteKind.H, hop.hollow());
    }
    return differenceEv(highest, lowest);
  }
}
