package io.github.epdi.screening;

import io.github.epdi.runs.RunViews;
import io.github.epdi.tables.MaterialRow;
import io.github.epdi.tables.MaterialsTable;
import io.github.epdi.tables.RunRow;
import io.github.epdi.tables.RunsTable;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.spark.sql.Row;

/**
 * A visible run.
 *
 * @param runId its id
 * @param outcome whether it was computed now
 * @param views the state of the output folder that shows it
 * @param tables folder of its tables
 */
public record ScreeningResult(String runId, Outcome outcome, RunViews views, String tables) {
  /** How a run came to be. */
  public enum Outcome {
    /** Computed and made visible. */
    SCREENED,
    /** Visible before: nothing was computed, or the computed rows were not needed. */
    ALREADY_SCREENED
  }

  /** The run's row of {@code runs}: what it cost, how many grids and rejects. */
  public RunRow run() {
    return RunsTable.TABLE.fromRow(views.table(RunsTable.TABLE.name(), runId).head());
  }

  /** The best materials by {@link MaterialsTable#bestFirst()}, at most {@code count}. */
  public List<MaterialRow> best(int count) {
    PriorityQueue<MaterialRow> kept = new PriorityQueue<>(MaterialsTable.bestFirst().reversed());
    Iterator<Row> rows = views.table(MaterialsTable.TABLE.name(), runId).toLocalIterator();
    while (rows.hasNext()) {
      kept.add(MaterialsTable.TABLE.fromRow(rows.next()));
      if (kept.size() > count) {
        kept.remove();
      }
    }
    return kept.stream().sorted(MaterialsTable.bestFirst()).toList();
  }
}
