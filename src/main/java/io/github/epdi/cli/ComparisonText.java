package io.github.epdi.cli;

import io.github.epdi.cli.shell.Terminal;
import io.github.epdi.training.accuracy.PathComparison;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/** Writes comparisons of paths as values and as a table for people. */
final class ComparisonText {
  private ComparisonText() {}

  /** Returns one path under the names of JSON. */
  static Map<String, Object> values(PathComparison path) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("material_id", path.materialId());
    values.put("side", path.side());
    values.put("neb_id", path.nebId());
    values.put("path_sites", path.sites());
    values.put("images", path.images());
    values.put("curve_rmse_ev", path.curveRmseEv());
    values.put("neb_barrier_ev", path.barrierEv());
    values.put("predicted_barrier_ev", path.predictedBarrierEv());
    values.put("barrier_error_ev", path.barrierErrorEv());
    values.put("neb_saddle_angstrom", path.saddleAngstrom());
    values.put("predicted_saddle_angstrom", path.predictedSaddleAngstrom());
    values.put("saddle_error_angstrom", path.saddleErrorAngstrom());
    values.put("neb_s", path.searchSeconds());
    values.put("predicted_s", path.predictionSeconds());
    return values;
  }

  /** Returns the means over all paths under the names of JSON. */
  static Map<String, Object> summary(List<PathComparison> paths) {
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("paths", paths.size());
    summary.put("mean_curve_rmse_ev", mean(paths, PathComparison::curveRmseEv));
    summary.put("barrier_mae_ev", mean(paths, p -> Math.abs(p.barrierErrorEv())));
    summary.put("saddle_mae_angstrom", mean(paths, p -> Math.abs(p.saddleErrorAngstrom())));
    boolean timed = paths.stream().map(PathComparison::searchSeconds).allMatch(Objects::nonNull);
    summary.put("mean_neb_s", timed ? mean(paths, PathComparison::searchSeconds) : null);
    summary.put("mean_predicted_s", mean(paths, PathComparison::predictionSeconds));
    return summary;
  }

  private static double mean(List<PathComparison> paths, ToDoubleFunction<PathComparison> value) {
    return paths.stream().mapToDouble(value).average().orElseThrow();
  }

  /** Returns the lines of a table, and its means. */
  static List<String> lines(List<PathComparison> paths) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            "%-28s %-24s %9s %9s %9s %9s %9s %10s %10s",
            "NEB",
            "over",
            "RMSE eV",
            "barrier",
            "ours",
            "error eV",
            "saddle A",
            "NEB s",
            "ours s"));
    for (PathComparison path : paths) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%-28s %-24s %9.4f %9.4f %9.4f %+9.4f %+9.3f %10s %10.3f",
              Terminal.plain(path.nebId()),
              String.join("-", path.sites()),
              path.curveRmseEv(),
              path.barrierEv(),
              path.predictedBarrierEv(),
              path.barrierErrorEv(),
              path.saddleErrorAngstrom(),
              path.searchSeconds() == null
                  ? "unknown"
                  : String.format(Locale.ROOT, "%.1f", path.searchSeconds()),
              path.predictionSeconds()));
    }
    lines.add(
        String.format(
            Locale.ROOT,
            "%d paths: mean curve RMSE %.4f eV, barrier MAE %.4f eV, saddle position MAE %.3f"
                + " Angstrom",
            paths.size(),
            mean(paths, PathComparison::curveRmseEv),
            mean(paths, p -> Math.abs(p.barrierErrorEv())),
            mean(paths, p -> Math.abs(p.saddleErrorAngstrom()))));
    return lines;
  }
}
