package io.github.epdi.pes;

import io.github.epdi.structure.AdsorptionSite;
import io.github.epdi.structure.SiteKind;
import io.github.epdi.structure.SurfaceGraph;
import java.util.List;
import java.util.Map;

/**
 * All predictions for one side of one grid, from which a {@link SurfaceResult} follows.
 *
 * @param graph the side's sites, hops and paths
 * @param members binding energies in eV by each member of the ensemble, at least one
 * @param meanLocalPotentials mean local potential of each site, eV relative to the vacuum level
 * @param extraPoints further points by path id; empty unless they were requested
 * @param doubt what gives results their intervals; null if the model tells none
 */
public record SurfacePredictions(
    SurfaceGraph graph,
    List<SurfaceEnergies> members,
    SurfaceEnergies meanLocalPotentials,
    Map<String, ExtraPoints> extraPoints,
    SurfaceDoubt doubt) {
  /**
   * Copies the collections.
   *
   * @throws IllegalArgumentException if there is no member or energies do not fit the graph's sites
   */
  public SurfacePredictions {
    members = List.copyOf(members);
    extraPoints = Map.copyOf(extraPoints);
    if (members.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot make rows of predictions: expected at least one member, found none");
    }
    for (SurfaceEnergies energies : members) {
      energies.requireShapeOf(graph);
    }
    meanLocalPotentials.requireShapeOf(graph);
  }

  /** Returns the number of a site's orbit, counted from 0 over the T, then H, then B sites. */
  int symmetryClass(AdsorptionSite site) {
    int symmetryClass = 0;
    for (SiteKind kind : SiteKind.values()) {
      for (AdsorptionSite first : graph.sites(kind)) {
        if (first.id().equals(site.representative())) {
          return symmetryClass;
        }
        symmetryClass += first.isRepresentative() ? 1 : 0;
      }
    }
    throw new IllegalArgumentException(
        "Cannot find the orbit of "
            + site.id()
            + ": expected a representative on the side, found "
            + site.representative());
  }
}
