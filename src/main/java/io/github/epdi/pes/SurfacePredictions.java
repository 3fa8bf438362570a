package io.github.epdi.pes;

import io.github.epdi.structure.AdsorptionSite;
import io.github.epdi.structure.SiteKind;
import io.github.epdi.structure.SurfaceGraph;
import java.util.List;
import java.util.Map;

/**
 * All that was predicted for one side of one grid: what a {@link SurfaceResult} follows from.
 *
 * @param graph its sites, hops and paths
 * @param members binding energies by each member of the ensemble, at least one
 * @param meanLocalPotentials the descriptor of each site, eV relative to the vacuum level
 * @param extraPoints by path id; empty unless asked for
 */
public record SurfacePredictions(
    SurfaceGraph graph,
    List<SurfaceEnergies> members,
    SurfaceEnergies meanLocalPotentials,
    Map<String, ExtraPoints> extraPoints) {
  /** Copies the collections and refuses energies that are not the graph's. */
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

  /** Number of a site's orbit, counted from 0 over T, then H, then B sites by number. */
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
