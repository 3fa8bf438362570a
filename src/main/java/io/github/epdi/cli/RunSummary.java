package io.github.epdi.cli;

import io.github.epdi.screening.ScreeningResult;
import io.github.epdi.tables.MaterialRow;
import io.github.epdi.tables.RejectRow;
import io.github.epdi.tables.RejectsTable;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.apache.spark.sql.Row;

/** What a person sees of a run at its end. */
final class RunSummary {
  private static final int REJECTS_SHOWN = 10;
  private static final int MESSAGE_SHOWN = 160;

  private record Column(String title, Function<MaterialRow, String> cell) {
    int width(List<MaterialRow> rows) {
      return rows.stream().mapToInt(r -> cell.apply(r).length()).reduce(title.length(), Math::max);
    }
  }

  private static final List<Column> COLUMNS =
      List.of(
          new Column("material", r -> Terminal.plain(r.materialId())),
          new Column("side", MaterialRow::side),
          new Column("host", r -> r.host() + " " + r.phase()),
          new Column("percolation 2D (eV)", r -> energy(r.percolation2dEv())),
          new Column("1D (eV)", r -> energy(r.percolation1dEv())),
          new Column("lowest barrier (eV)", r -> energy(r.lowestBarrierEv())),
          new Column("adsorption (eV)", r -> energy(r.adsorptionEnergyEv())));

  private RunSummary() {}

  /** Prints the first rejects and how many more there are. */
  static void printRejects(ScreeningResult result, PrintWriter out) {
    List<Row> rows =
        result
            .views()
            .table(RejectsTable.TABLE.name(), result.runId())
            .limit(REJECTS_SHOWN + 1)
            .collectAsList();
    for (Row row : rows.subList(0, Math.min(rows.size(), REJECTS_SHOWN))) {
      RejectRow reject = RejectsTable.TABLE.fromRow(row);
      String message = Terminal.plain(reject.message());
      out.println(
          "Rejected "
              + Terminal.plain(reject.inputUri())
              + ": "
              + reject.code()
              + ": "
              + message.substring(0, Math.min(message.length(), MESSAGE_SHOWN)));
    }
    if (rows.size() > REJECTS_SHOWN) {
      out.println("... and more in the table rejects");
    }
  }

  /** Prints materials, aligned. */
  static void printBest(List<MaterialRow> best, PrintWriter out) {
    if (best.isEmpty()) {
      return;
    }
    out.println();
    out.println(line(best, Column::title));
    for (MaterialRow row : best) {
      out.println(line(best, column -> column.cell().apply(row)));
    }
    out.println();
  }

  private static String line(List<MaterialRow> rows, Function<Column, String> cell) {
    StringBuilder line = new StringBuilder();
    for (Column column : COLUMNS) {
      line.append(String.format("%-" + column.width(rows) + "s  ", cell.apply(column)));
    }
    return line.toString().stripTrailing();
  }

  private static String energy(Double ev) {
    return ev == null ? "-" : String.format(Locale.ROOT, "%.4f", ev);
  }
}
