package io.github.epdi.runs;

import io.github.epdi.ranking.Candidate;
import io.github.epdi.ranking.Place;
import io.github.epdi.ranking.Ranking;
import io.github.epdi.tables.MaterialsTable;
import io.github.epdi.tables.RankingRow;
import io.github.epdi.tables.encoding.SharedColumns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;

/**
 * The places of all materials that have energies, by their 2D percolation barriers, with what joint
 * draws say of them.
 */
final class RankingView {
  /** The columns of {@code materials} that it follows from. */
  static final List<String> FROM =
      List.of(
          SharedColumns.MATERIAL_ID,
          SharedColumns.SIDE,
          MaterialsTable.MEMBERS,
          MaterialsTable.PERCOLATION_2D_EV,
          RankingRow.LOW_EV,
          RankingRow.HIGH_EV);

  private static final int TOP = 10;

  private RankingView() {}

  /**
   * Ranks materials.
   *
   * @param materials rows of {@code materials} with at least the columns {@link #FROM}
   */
  static List<RankingRow> of(List<Row> materials) {
    List<Candidate> candidates = new ArrayList<>();
    Map<Candidate, Double> lows = new HashMap<>();
    for (Row row : materials) {
      if (row.<Integer>getAs(MaterialsTable.MEMBERS) > 0) {
        Candidate candidate =
            Candidate.of(
                row.getAs(SharedColumns.MATERIAL_ID),
                row.getAs(SharedColumns.SIDE),
                row.getAs(MaterialsTable.PERCOLATION_2D_EV),
                row.getAs(RankingRow.HIGH_EV));
        candidates.add(candidate);
        lows.put(candidate, row.getAs(RankingRow.LOW_EV));
      }
    }
    return Ranking.of(candidates, TOP).stream()
        .map(place -> row(place, lows.get(place.candidate())))
        .toList();
  }

  private static RankingRow row(Place place, Double lowEv) {
    Candidate candidate = place.candidate();
    Place.Odds odds = place.odds();
    return new RankingRow(
        candidate.materialId(),
        candidate.side(),
        place.rank(),
        candidate.barrierEv(),
        lowEv,
        candidate.highEv(),
        odds == null ? null : odds.amongTop(),
        odds == null ? null : odds.expectedRank(),
        odds == null ? null : odds.lowRank(),
        odds == null ? null : odds.highRank());
  }
}
