package io.github.epdi.suggestion;

import io.github.epdi.ranking.Candidate;
import io.github.epdi.ranking.Place;
import io.github.epdi.ranking.Ranking;
import io.github.epdi.report.ReportInput;
import io.github.epdi.report.figure.ScreenedMaterial;
import io.github.epdi.structure.InputException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All sides of an output folder that have a 2D barrier. Those without an interval count as known,
 * and are not suggested.
 */
final class RankedSides {
  private final Map<String, RankedSide> sides = new HashMap<>();
  private final List<Contender> contenders = new ArrayList<>();
  private final List<Candidate> candidates = new ArrayList<>();

  /**
   * Reads the sides.
   *
   * @throws InputException if no barrier has an interval
   */
  RankedSides(ReportInput input, KnownSites known, Purpose purpose) {
    for (ScreenedMaterial material : input.details().values()) {
      Double barrierEv = material.row().percolation2dEv();
      if (barrierEv != null) {
        add(material, barrierEv, RankedSide.of(material, known), purpose);
      }
    }
    if (sides.isEmpty()) {
      throw new InputException(
          "Cannot suggest calculations for "
              + input.output()
              + ": expected 2D percolation barriers with intervals (percolation_2d_low_ev,"
              + " percolation_2d_high_ev), found "
              + (contenders.isEmpty()
                  ? "none of either"
                  : contenders.size()
                      + " barriers without (screen again with a bundle that states intervals)"));
    }
  }

  private void add(ScreenedMaterial material, double barrierEv, RankedSide side, Purpose purpose) {
    if (side == null) {
      contenders.add(
          new Contender(
              material.name(),
              new Barrier(barrierEv, 0, 0),
              Set.of(),
              Contender.Trained.INSIDE,
              0,
              0));
    } else {
      sides.put(material.name(), side);
      contenders.add(side.contender(purpose));
    }
    candidates.add(
        Candidate.of(
            material.row().materialId(),
            material.row().side(),
            barrierEv,
            side == null ? null : Double.valueOf(side.interval().highEv())));
  }

  /** Returns what a selection chooses from. */
  List<Contender> contenders() {
    return List.copyOf(contenders);
  }

  /** Returns the side of a name. */
  RankedSide side(String name) {
    return sides.get(name);
  }

  /** Returns the place of each side, by the name of its material and side. */
  Map<String, Place> places(int best) {
    Map<String, Place> places = new HashMap<>();
    for (Place place : Ranking.of(candidates, best)) {
      Candidate candidate = place.candidate();
      places.put(candidate.materialId() + ", " + candidate.side() + " side", place);
    }
    return places;
  }
}
