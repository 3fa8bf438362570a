package io.github.epdi.cli;

import io.github.epdi.structure.AdsorptionSite;
import io.github.epdi.structure.SurfaceGraph;
import java.util.ArrayList;
import java.util.List;

/** Chooses the sites of a side that a user asks for by {@code all}, {@code unique}, or ids. */
final class SiteChoice {
  private SiteChoice() {}

  /**
   * Returns the chosen sites.
   *
   * @throws IllegalArgumentException naming an id that the side does not have
   */
  static List<AdsorptionSite> of(String choice, SurfaceGraph graph) {
    if (choice.equals("all")) {
      return graph.all();
    }
    if (choice.equals("unique")) {
      return graph.all().stream().filter(AdsorptionSite::isRepresentative).toList();
    }
    List<AdsorptionSite> chosen = new ArrayList<>();
    for (String id : choice.split(",", -1)) {
      chosen.add(
          graph.all().stream()
              .filter(site -> site.id().equals(id.strip()))
              .findFirst()
              .orElseThrow(() -> unknown(id, graph)));
    }
    return chosen;
  }

  private static IllegalArgumentException unknown(String id, SurfaceGraph graph) {
    return new IllegalArgumentException(
        "expected all, unique or sites of the "
            + graph.side().label()
            + " side, T0 to B"
            + (graph.bridges().size() - 1)
            + ", found "
            + id);
  }
}
