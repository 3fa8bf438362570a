package io.github.epdi.runs;

import static org.apache.spark.sql.functions.col;

import io.github.epdi.ranking.Candidate;
import io.github.epdi.ranking.Place;
import io.github.epdi.ranking.Ranking;
import io.github.epdi.tables.MaterialsTable;
import io.github.epdi.tables.encoding.SharedColumns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The table {@code ranking} of queries, which no file holds: the places of all materials that have
 * energies, by their 2D percolation barriers, with what joint draws say of them.
 */
final class RankingView {
  /** Its name in queries. */
  static final String NAME = "ranking";

  private static final int TOP = 10;
  private static final String LOW_EV = "percolation_2d_low_ev";
  private static final String HIGH_EV = "percolation_2d_high_ev";

  /** Its columns. */
  static final StructType SCHEMA =
      new StructType()
          .add(SharedColumns.MATERIAL_ID, DataTypes.StringType, false)
          .add(SharedColumns.SIDE, DataTypes.StringType, false)
          .add("rank", DataTypes.IntegerType, false)
          .add(MaterialsTable.PERCOLATION_2D_EV, DataTypes.DoubleType, true)
          .add(LOW_EV, DataTypes.DoubleType, true)
          .add(HIGH_EV, DataTypes.DoubleType, true)
          .add("p_top10", DataTypes.DoubleType, true)
          .add("rank_expected", DataTypes.DoubleType, true)
          .add("rank_low", DataTypes.IntegerType, true)
          .add("rank_high", DataTypes.IntegerType, true);

  private RankingView() {}

  /**
   * Ranks materials.
   *
   * @param materials rows of {@code materials}, one for each side
   */
  static List<Row> of(Dataset<Row> materials) {
    List<Candidate> candidates = new ArrayList<>();
    Map<Candidate, Double> lows = new HashMap<>();
    materials
        .where(col(MaterialsTable.MEMBERS).gt(0))
        .select(
            SharedColumns.MATERIAL_ID,
            SharedColumns.SIDE,
            MaterialsTable.PERCOLATION_2D_EV,
            HIGH_EV,
            LOW_EV)
        .collectAsList()
        .forEach(
            row -> {
              Candidate candidate =
                  Candidate.of(row.getString(0), row.getString(1), number(row, 2), number(row, 3));
              candidates.add(candidate);
              lows.put(candidate, number(row, 4));
            });
    return Ranking.of(candidates, TOP).stream()
        .map(place -> row(place, lows.get(place.candidate())))
        .toList();
  }

  private static Double number(Row row, int column) {
    return row.isNullAt(column) ? null : row.getDouble(column);
  }

  private static Row row(Place place, Double lowEv) {
    Candidate candidate = place.candidate();
    Place.Odds odds = place.odds();
    return RowFactory.create(
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
