package io.github.epdi.report;

import io.github.epdi.pes.Interval;
import io.github.epdi.ranking.Candidate;
import io.github.epdi.ranking.Place;
import io.github.epdi.ranking.Ranking;
import io.github.epdi.report.figure.RankedMaterial;
import io.github.epdi.tables.MaterialRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What joint draws of all barriers of a report say of the place of each material. */
final class Odds {
  /** How many count as the best. */
  static final int TOP = 10;

  private final Map<List<String>, Place.Odds> odds = new HashMap<>();

  /** Draws the barriers of materials. */
  Odds(List<RankedMaterial> materials) {
    List<Candidate> candidates =
        materials.stream().map(RankedMaterial::row).map(Odds::candidate).toList();
    for (Place place : Ranking.of(candidates, TOP)) {
      odds.put(List.of(place.candidate().materialId(), place.candidate().side()), place.odds());
    }
  }

  private static Candidate candidate(MaterialRow row) {
    Interval interval = row.percolation2dInterval();
    return Candidate.of(
        row.materialId(),
        row.side(),
        row.percolation2dEv(),
        interval == null ? null : interval.highEv());
  }

  /** Returns what is said of a material, or null where its barrier has no interval. */
  Place.Odds of(MaterialRow row) {
    return odds.get(List.of(row.materialId(), row.side()));
  }

  /** Says how sure the first place is; nothing where its barrier has no interval. */
  String first(MaterialRow best) {
    Place.Odds place = of(best);
    if (place == null || odds.size() < 2) {
      return "";
    }
    return place.highRank() == 1
        ? " It is first in nine of ten draws of all barriers from their intervals."
        : " The first "
            + place.highRank()
            + " cannot be told apart: so far down it comes in draws of all barriers from their"
            + " intervals.";
  }
}
