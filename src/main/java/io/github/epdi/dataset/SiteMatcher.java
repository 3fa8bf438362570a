package io.github.epdi.dataset;

import io.github.epdi.structure.AdsorptionSite;
import io.github.epdi.structure.Lattice;
import io.github.epdi.structure.SiteKind;
import io.github.epdi.structure.SurfaceGraph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Finds the sites of one side that labels belong to. Only the lateral place counts, within 0.3
 * Angstrom and periodically, and never a label's name.
 */
public final class SiteMatcher {
  /** Largest lateral distance of a label from its site. */
  public static final double REACH_ANGSTROM = 0.3;

  private final Lattice lattice;
  private final List<AdsorptionSite> sites = new ArrayList<>();

  /** Takes the sites of one side of a slab. */
  public SiteMatcher(Lattice lattice, SurfaceGraph graph) {
    this.lattice = lattice;
    for (SiteKind kind : SiteKind.values()) {
      sites.addAll(graph.sites(kind));
    }
  }

  /**
   * Returns the label's site, or why it has none: it is too far from all sites, near several, or of
   * another kind.
   */
  public SiteMatch match(Label label) {
    List<AdsorptionSite> near = within(label.fracA(), label.fracB());
    if (near.size() > 1) {
      return problem(label, "one site", String.join(", ", ids(near)));
    }
    if (near.isEmpty()) {
      return problem(label, "a site", describe(label, nearest(label.fracA(), label.fracB())));
    }
    AdsorptionSite site = near.get(0);
    if (label.kind() != null && label.kind() != site.kind()) {
      return problem(label, "a site of kind " + label.kind(), describe(label, site));
    }
    return new SiteMatch(label, site, representative(site), null);
  }

  /** Returns all sites within reach of a place. */
  List<AdsorptionSite> within(double fracA, double fracB) {
    return sites.stream()
        .filter(site -> distanceAngstrom(fracA, fracB, site) <= REACH_ANGSTROM)
        .toList();
  }

  /** Returns the site nearest to a place. */
  AdsorptionSite nearest(double fracA, double fracB) {
    return sites.stream()
        .min(Comparator.comparingDouble(site -> distanceAngstrom(fracA, fracB, site)))
        .orElseThrow();
  }

  private AdsorptionSite representative(AdsorptionSite site) {
    return sites.stream()
        .filter(other -> other.id().equals(site.representative()))
        .findFirst()
        .orElseThrow();
  }

  private static SiteMatch problem(Label label, String expected, String found) {
    return new SiteMatch(
        label,
        null,
        null,
        String.format(
            Locale.ROOT,
            "Cannot use label of %s at (%.6f, %.6f): expected %s within %.1f Angstrom, found %s",
            label.place(),
            label.fracA(),
            label.fracB(),
            expected,
            REACH_ANGSTROM,
            found));
  }

  private String describe(Label label, AdsorptionSite site) {
    return describe(label.fracA(), label.fracB(), site);
  }

  /** Describes a site and its distance from a place, for messages. */
  String describe(double fracA, double fracB, AdsorptionSite site) {
    return String.format(
        Locale.ROOT, "%s at %.3f Angstrom", site.id(), distanceAngstrom(fracA, fracB, site));
  }

  private static List<String> ids(List<AdsorptionSite> sites) {
    return sites.stream().map(AdsorptionSite::id).toList();
  }

  /** Returns the shortest lateral distance from a place to a site's periodic images, Angstrom. */
  double distanceAngstrom(double fracA, double fracB, AdsorptionSite site) {
    double du = fracA - site.u();
    double dv = fracB - site.v();
    du -= Math.rint(du);
    dv -= Math.rint(dv);
    double shortest = Double.POSITIVE_INFINITY;
    // Looks two cells each way, because in a skewed cell the nearest image is not always the
    // wrapped one.
    for (int i = -2; i <= 2; i++) {
      for (int j = -2; j <= 2; j++) {
        double[] r = lattice.cartesian(du + i, dv + j, 0);
        shortest = Math.min(shortest, Math.sqrt(r[0] * r[0] + r[1] * r[1] + r[2] * r[2]));
      }
    }
    return shortest;
  }
}
