package io.github.epdi.training.affinity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.epdi.model.ModelBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the page of accuracy says of the shipped bundle is what the bundle's card says. */
class ShippedBundleTest {
  private static final Path BUNDLE = Path.of("jobs/demo/affinity");

  @Test
  void thePageHasTheFiguresOfTheCard() throws IOException {
    Map<String, Double> metrics = ModelBundle.read(BUNDLE).metadata().metrics();
    String page = Files.readString(Path.of("jobs/study/README.md"));
    for (String leftOut : List.of("test.", "test_host.")) {
      for (String what : List.of("all.", "saddles.", "range.", "percolation_2d.")) {
        String figures = leftOut + what;
        assertThat(page)
            .contains(
                String.format(
                    Locale.ROOT,
                    "| %.0f | %.4f [%.3f, %.3f] | %.4f | %.3f | %.4f |",
                    metrics.get(figures + "count"),
                    metrics.get(figures + "mae_ev"),
                    metrics.get(figures + "mae_ev_low"),
                    metrics.get(figures + "mae_ev_high"),
                    metrics.get(figures + "median_material_mae_ev"),
                    metrics.get(figures + "max_error_ev"),
                    metrics.get(figures + "baseline_levels_ridge.mae_ev")));
      }
    }
  }

  @Test
  void thePageHasTheIntervalsOfTheCard() throws IOException {
    Map<String, Double> metrics = ModelBundle.read(BUNDLE).metadata().metrics();
    String page = Files.readString(Path.of("jobs/study/README.md"));
    for (String leftOut : List.of("test.", "test_host.")) {
      for (String of : List.of("energy", "barrier", "percolation")) {
        StringBuilder row = new StringBuilder(" |");
        for (String said : List.of("50", "80", "90")) {
          String name = leftOut + "interval_" + said + "." + of + ".";
          row.append(
              String.format(
                  Locale.ROOT,
                  " %.3f | %.3f |",
                  metrics.get(name + "coverage"),
                  metrics.get(name + "mean_width_ev")));
        }
        assertThat(page).contains(row);
      }
    }
    assertThat(Path.of("jobs/study/results/reliability.svg")).isNotEmptyFile();
  }

  @Test
  void thePageHasTheRandomSplitOfTheCard() throws IOException {
    Map<String, Double> metrics = ModelBundle.read(BUNDLE).metadata().metrics();
    String saddles = "test_random.saddles.";
    assertThat(metrics.get(saddles + "mae_ev")).isLessThan(0.02);
    assertThat(Files.readString(Path.of("jobs/study/README.md")))
        .contains(
            String.format(
                Locale.ROOT,
                "%,.0f tested saddles of known\n  materials): %.4f [%.4f, %.4f] eV",
                metrics.get(saddles + "count"),
                metrics.get(saddles + "mae_ev"),
                metrics.get(saddles + "mae_ev_low"),
                metrics.get(saddles + "mae_ev_high")));
  }

  @Test
  void theStudysTableIsTheBundlesOwn() {
    assertThat(Path.of("jobs/study/results/left-out-materials.csv"))
        .hasSameTextualContentAs(BUNDLE.resolve("evaluation.csv"));
  }

  @Test
  void itsLeftOutPredictionsAreThoseOfTheCard() throws IOException {
    List<String[]> rows =
        Files.readAllLines(BUNDLE.resolve("evaluation.csv")).stream()
            .skip(1)
            .map(line -> line.split(",", -1))
            .toList();
    double mean =
        rows.stream()
            .mapToDouble(row -> Math.abs(Double.parseDouble(row[8]) - Double.parseDouble(row[7])))
            .average()
            .orElseThrow();
    assertThat(mean)
        .isCloseTo(
            ModelBundle.read(BUNDLE).metadata().metrics().get("test.all.mae_ev"), within(1e-6));
  }
}
