package io.github.epdi.cli;

import io.github.epdi.structure.AdsorptionSite;
import io.github.epdi.structure.SurfaceNetwork;
import java.util.ArrayList;
import java.util.List;

/** The sites of a side that a user asks for: {@code all}, {@code unique}, or ids. */
final class SiteChoice {
  private SiteChoice() {}

  /**
   * Chooses sites.
   *
   * @throws IllegalArgumentException naming an id that the side does not have
   */
  static List<AdsorptionSite> of(String choice, SurfaceNetwork network) {
    if (choice.equals("all")) {
      return network.all();
    }
    if (choice.equals("unique")) {
      return network.all().stream().filter(AdsorptionSite::isRepresentative).toList();
    }
    List<AdsorptionSite> chosen = new ArrayList<>();
    for (String id : choice.split(",", -1)) {
      chosen.add(
          network.all().stream()
              .filter(site -> site.id().equals(id.strip()))
              .findFirst()
              .orElseThrow(() -> unknown(id, network)));
    }
    return chosen;
  }

  private static IllegalArgumentException unknown(String id, SurfaceNetwork network) {
    return new IllegalArgumentException(
        "expected all, unique or sites of the "
            + network.side().label()
            + " side, T0 to B"
            + (network.bridges().size() - 1)
            + ", found "
            + id);
  }
}
