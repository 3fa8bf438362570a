package io.github.epdi.cli;

import io.github.epdi.cli.shell.Terminal;
import io.github.epdi.screening.RunOutlook;
import io.github.epdi.screening.ScreeningResult;
import io.github.epdi.tables.MaterialRow;
import io.github.epdi.tables.RejectRow;
import io.github.epdi.tables.RunRow;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Prints what a person sees of a run at its end. */
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
          new Column("host", r -> r.host().host() + " " + r.host().phase()),
          new Column("percolation 2D (eV)", r -> energy(r.percolation2dEv())),
          new Column("1D (eV)", r -> energy(r.percolation1dEv())),
          new Column(
              "lowest barrier (eV)", r -> energy(r.energies().lowestBarrier().barrierEv().value())),
          new Column("adsorption (eV)", r -> energy(r.energies().adsorption().lowestEv().value())));

  private RunSummary() {}

  /** Prints in one line what was done now and what was done before. */
  static void printOutcome(ScreeningResult result, PrintWriter out) {
    RunRow run = result.run();
    if (run == null) {
      out.printf(
          Locale.ROOT,
          "Nothing to do: all %d grids were screened before, in %s (their results are shown)%n",
          result.grids(),
          result.materials().size() == 1
              ? "run " + result.materials().keySet().iterator().next()
              : result.materials().size() + " runs");
      return;
    }
    boolean before = result.outcome() == ScreeningResult.Outcome.ALREADY_SCREENED;
    out.printf(
        Locale.ROOT,
        "%s %s: %d grids screened, %d rejected, %d images, %d network evaluations, %.1f s%s%s%n",
        before ? "Nothing to do for run" : "Run",
        result.runId(),
        run.execution().costs().grids(),
        run.execution().costs().rejects(),
        run.execution().costs().images(),
        run.execution().costs().networkEvaluations(),
        (run.execution().period().finishedMillis() - run.execution().period().startedMillis())
            / 1000.0,
        result.ofOtherRuns() == 0
            ? ""
            : "; " + result.ofOtherRuns() + " grids more were done by earlier runs",
        before ? " (done before; its results are shown)" : "");
    Long failed = run.added().failed();
    if (failed != null && failed > 0) {
      out.printf(
          Locale.ROOT,
          "At %d of the rejected grids the program failed (code FAILED): a bug, please report it%n",
          failed);
    }
  }

  /** Prints what a run would do. */
  static void printOutlook(RunOutlook outlook, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "Run %s would have %d grids: %d are visible already, %d were left by a run that did not"
            + " come to its end, %d are to be screened (%.1f MB)%n",
        outlook.runId(),
        outlook.grids(),
        outlook.visible(),
        outlook.resumed(),
        outlook.missing(),
        outlook.missingBytes() / 1e6);
    if (outlook.suspects() > 0) {
      out.printf(
          Locale.ROOT,
          "%d of these were being screened when a driver died: they are done grid by grid%n",
          outlook.suspects());
    }
    if (outlook.busy() != null) {
      out.printf(
          Locale.ROOT,
          "Process %d on %s is at it now%n",
          outlook.busy().holder().process(),
          outlook.busy().holder().machine());
    }
    out.println("Nothing was done (--dry-run)");
  }

  /** Prints the first rejects and how many more there are. */
  static void printRejects(ScreeningResult result, PrintWriter out) {
    List<RejectRow> rejects = result.rejects(REJECTS_SHOWN + 1);
    for (RejectRow reject : rejects.subList(0, Math.min(rejects.size(), REJECTS_SHOWN))) {
      String message = Terminal.plain(reject.reason().message());
      out.println(
          "Rejected "
              + Terminal.plain(reject.key().inputUri())
              + ": "
              + reject.reason().code()
              + ": "
              + message.substring(0, Math.min(message.length(), MESSAGE_SHOWN)));
    }
    if (rejects.size() > REJECTS_SHOWN) {
      out.println("... and more in the table rejects");
    }
  }

  /** Prints materials as an aligned table. */
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
      line.append(
          String.format(Locale.ROOT, "%-" + column.width(rows) + "s  ", cell.apply(column)));
    }
    return line.toString().stripTrailing();
  }

  private static String energy(Double ev) {
    return ev == null ? "-" : String.format(Locale.ROOT, "%.4f", ev);
  }
}
