package io.github.epdi.report;

import io.github.epdi.report.figure.ScreenedMaterial;
import io.github.epdi.tables.FlatTable;
import io.github.epdi.tables.GridsTable;
import io.github.epdi.tables.RunsTable;
import java.util.Arrays;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.StructField;

/** Inputs as runs left them that were written before the tables had later columns. */
final class OldRuns {
  private OldRuns() {}

  static ReportInput withoutLaterColumns(ReportInput input) {
    return new ReportInput(
        input.output(),
        input.details().values().stream()
            .map(
                m ->
                    new ScreenedMaterial(
                        m.runId(),
                        m.row(),
                        old(GridsTable.TABLE, m.grid()),
                        m.sites(),
                        m.hops(),
                        m.paths()))
            .toList(),
        input.rejects(),
        input.runs().stream()
            .map(run -> new ScreenedRun(run.runId(), old(RunsTable.TABLE, run.row())))
            .toList(),
        input.labels(),
        input.unmatchedLabels());
  }

  private static <R extends Record> R old(FlatTable<R> table, R fields) {
    Row row = table.toRow("run", fields);
    StructField[] columns = table.schema().fields();
    Object[] values =
        Arrays.stream(columns)
            .map(
                column ->
                    column.metadata().contains("since") && column.metadata().getLong("since") > 1
                        ? null
                        : row.get(row.fieldIndex(column.name())))
            .toArray();
    return table.fromRow(new GenericRowWithSchema(values, table.schema()));
  }
}
