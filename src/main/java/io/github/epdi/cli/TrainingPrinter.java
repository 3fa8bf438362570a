package io.github.epdi.cli;

import io.github.epdi.cli.shell.StatusLine;
import io.github.epdi.cli.shell.Terminal;
import io.github.epdi.dataset.OffTheLine;
import io.github.epdi.training.affinity.AffinityResult;
import io.github.epdi.training.examples.Part;
import io.github.epdi.training.finetuning.FineTuningResult;
import io.github.epdi.training.loop.EpochReport;
import io.github.epdi.training.loop.TrainingProgress;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Shows a training to people, by one refreshed line on a terminal and one line for each epoch in a
 * log.
 */
final class TrainingPrinter implements TrainingProgress {
  private final PrintWriter out;
  private final StatusLine status;
  private final String unit;

  /** Prints results to {@code out} and progress to {@code status}. Errors are in eV. */
  TrainingPrinter(PrintWriter out, StatusLine status) {
    this(out, status, "eV");
  }

  /** Prints the same with another unit of the errors. */
  TrainingPrinter(PrintWriter out, StatusLine status, String unit) {
    this.out = out;
    this.status = status;
    this.unit = unit;
  }

  @Override
  public void epoch(EpochReport report) {
    String validation =
        Double.isNaN(report.validationMaeEv())
            ? ""
            : String.format(
                Locale.ROOT, ", validation MAE %.4f %s", report.validationMaeEv(), unit);
    String line =
        String.format(
            Locale.ROOT,
            "epoch %d/%d: training loss %.4f %s%s, best epoch %d, %.0f s, %s left",
            report.epoch(),
            report.epochs(),
            report.trainingLossEv(),
            unit,
            validation,
            report.bestEpoch(),
            report.seconds(),
            clock(report.secondsLeft()));
    status.show(line);
    if (report.epoch() == report.epochs()) {
      status.end();
    }
  }

  @Override
  public void note(String message) {
    status.show(Terminal.plain(message));
    status.end();
  }

  /** Prints how good the written bundle is. */
  void result(FineTuningResult result, Path bundle) {
    out.println("Bundle " + bundle + " (weights of epoch " + result.bestEpoch() + "), MAE in eV:");
    for (Part part : Part.values()) {
      for (String group : List.of("all", "saddles", "stable", "barriers")) {
        print(result.figures(), part.label() + "." + group + ".");
      }
    }
    out.flush();
  }

  /** Prints how good a bundle without networks is, and which labels look odd. */
  void result(AffinityResult result, Path bundle) {
    out.println("Bundle " + bundle + ", MAE in eV where the material, or its host, was left out:");
    for (String part : List.of("test", "test_host")) {
      for (String group : List.of("all", "saddles", "range", "percolation_2d")) {
        print(result.figures(), part + "." + group + ".");
      }
    }
    out.println("80 % intervals of left-out materials, how often they hold and mean width in eV:");
    for (String part : List.of("test", "test_host")) {
      for (String of : List.of("energy", "barrier", "percolation")) {
        printIntervals(result.figures(), part + ".interval_80." + of + ".");
      }
    }
    out.println("and of saddles of known materials, a third of all saddles trained on:");
    print(result.figures(), "test_random.saddles.");
    offTheLine(out, result.offTheLine());
    out.flush();
  }

  /** Prints a line for each material whose labels lie off the line of the others. */
  static void offTheLine(PrintWriter out, Map<String, Double> errorsEv) {
    errorsEv.forEach(
        (material, error) ->
            out.println(
                String.format(
                    Locale.ROOT,
                    "  %-22s %s: %.3f eV off the line of the others (%s)",
                    OffTheLine.FLAG,
                    Terminal.plain(material),
                    error,
                    OffTheLine.CAUSES)));
  }

  private void print(Map<String, Double> figures, String prefix) {
    Double mae = figures.get(prefix + "mae_ev");
    if (mae == null) {
      return;
    }
    StringBuilder line = new StringBuilder();
    line.append(
        String.format(
            Locale.ROOT,
            "  %-22s %.4f%s (n = %.0f)",
            prefix.substring(0, prefix.length() - 1),
            mae,
            interval(figures, prefix + "mae_ev"),
            figures.get(prefix + "count")));
    for (String baseline : List.of("mean", "esp_line", "bridge_rule", "levels_ridge")) {
      Double other = figures.get(prefix + "baseline_" + baseline + ".mae_ev");
      if (other != null) {
        line.append(String.format(Locale.ROOT, "; %s %.4f", baseline.replace('_', ' '), other));
      }
    }
    out.println(line);
  }

  private void printIntervals(Map<String, Double> figures, String prefix) {
    Double coverage = figures.get(prefix + "coverage");
    if (coverage != null) {
      out.println(
          String.format(
              Locale.ROOT,
              "  %-34s %.3f, %.4f (%.0f materials)",
              prefix.substring(0, prefix.length() - 1),
              coverage,
              figures.get(prefix + "mean_width_ev"),
              figures.get(prefix + "materials")));
    }
  }

  private static String interval(Map<String, Double> figures, String name) {
    Double low = figures.get(name + "_low");
    Double high = figures.get(name + "_high");
    return low == null || high == null
        ? ""
        : String.format(Locale.ROOT, " [%.4f, %.4f]", low, high);
  }

  private static String clock(double seconds) {
    long whole = Math.round(seconds);
    return String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
  }
}
