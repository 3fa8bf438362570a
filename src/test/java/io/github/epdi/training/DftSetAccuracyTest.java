package io.github.epdi.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.epdi.dataset.LabelTable;
import io.github.epdi.grid.GridFiles;
import io.github.epdi.image.Encoding;
import io.github.epdi.image.Frame;
import io.github.epdi.image.ImageSpec;
import io.github.epdi.image.SiteImages;
import io.github.epdi.training.accuracy.AccuracyReport;
import io.github.epdi.training.examples.ImageCalibration;
import io.github.epdi.training.examples.ImageOptions;
import io.github.epdi.training.examples.LabelledGrids;
import io.github.epdi.training.examples.LabelledSite;
import io.github.epdi.training.examples.MaterialSplit;
import io.github.epdi.training.examples.Part;
import io.github.epdi.training.examples.SiteRenderers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Labels, baselines and calibration on two materials of the DFT set. */
class DftSetAccuracyTest {
  private static final MaterialSplit SPLIT =
      new MaterialSplit(List.of("MoS2-Ti"), List.of(), List.of("WS2-Ti"));
  private static LabelledGrids found;
  private static List<LabelledSite> sites;

  @BeforeAll
  static void read(@TempDir Path directory) throws IOException {
    Path labels = DftSet.labels(directory, List.of("MoS2-Ti", "WS2-Ti"));
    found =
        LabelledGrids.read(
            new LabelTable(DftSet.spark()).read(labels.toString(), "binding_energy_ev"),
            new GridFiles(new Configuration()),
            DftSet.grids(),
            List.of(1.0, 1.5, 2.0));
    sites = LabelledSite.all(found.grids(), SPLIT);
  }

  @Test
  void everyLabelHasAnOrbitOfItsOwn() {
    assertThat(found.problems()).isEmpty();
    assertThat(sites).hasSize(26);
    Set<String> orbits = new HashSet<>();
    int members = 0;
    for (LabelledSite site : sites) {
      orbits.add(site.materialId() + site.representative().id());
      members += site.orbit().size();
      assertThat(site.orbit()).contains(site.match().site(), site.representative());
    }
    assertThat(orbits).hasSize(26);
    assertThat(members).isEqualTo(2 * (9 + 9 + 27));
  }

  @Test
  void perfectPredictionsHaveNoErrorAndBaselinesDo() {
    Map<String, Double> figures = report().figures(LabelledSite::labelEv);
    for (String part : List.of("training", "test")) {
      assertThat(figures)
          .containsEntry(part + ".all.count", 13.0)
          .containsEntry(part + ".saddles.count", 6.0)
          .containsEntry(part + ".stable.count", 7.0)
          .containsEntry(part + ".barriers.count", 6.0)
          .containsEntry(part + ".all.mae_ev", 0.0)
          .containsEntry(part + ".all.r2", 1.0)
          .containsEntry(part + ".barriers.mae_ev", 0.0)
          .doesNotContainKey(part + ".all.mae_ev_low");
    }
    // Means of the two materials' labels, from the table: -3.125 and -2.868 eV.
    assertThat(figures.get("test.all.baseline_mean.mae_ev")).isBetween(0.24, 0.32);
    // A strong rule on this set: about 0.02 eV.
    assertThat(figures.get("test.saddles.baseline_bridge_rule.mae_ev")).isBetween(0.001, 0.04);
    assertThat(figures).doesNotContainKey("test.all.baseline_bridge_rule.mae_ev");
    // Within a material and kind the line follows the labels; |r| is 0.88 to 1.
    assertThat(figures.get("training.all.baseline_esp_line.r2")).isBetween(0.8, 1.0);
  }

  @Test
  void constantShiftLeavesBarriers() {
    Map<String, Double> figures = report().figures(site -> site.labelEv() + 0.5);
    assertThat(figures.get("test.all.mae_ev")).isCloseTo(0.5, within(1e-9));
    assertThat(figures.get("test.barriers.max_error_ev")).isCloseTo(0, within(1e-9));
  }

  @Test
  void calibrationSeesTheTrainingPartAlone() {
    List<LabelledSite> training = sites.subList(0, 13);
    assertThat(training).allMatch(site -> site.part() == Part.TRAINING);
    for (Encoding encoding : Encoding.values()) {
      List<Double> heights = encoding == Encoding.PLANES ? List.of(1.0, 1.5, 2.0) : List.of(1.5);
      ImageOptions options =
          new ImageOptions(encoding, DftSet.IMAGES.colormap(), heights, 8, 32, null, null);
      ImageSpec spec = new ImageCalibration(options, training).spec();
      assertThat(spec.vminEv() * 10).isCloseTo(Math.rint(spec.vminEv() * 10), within(1e-9));
      assertNormalised(training, spec);
      for (LabelledSite site : training) {
        double clipped =
            renderer(site, spec).render(site.representative(), Frame.NATIVE, image(spec), 0);
        assertThat(clipped).isZero();
      }
    }
  }

  private static void assertNormalised(List<LabelledSite> training, ImageSpec spec) {
    double[] sums = new double[3];
    double[] squares = new double[3];
    float[] image = image(spec);
    for (LabelledSite site : training) {
      renderer(site, spec).render(site.representative(), Frame.NATIVE, image, 0);
      for (int i = 0; i < image.length; i++) {
        sums[i * 3 / image.length] += image[i];
        squares[i * 3 / image.length] += image[i] * image[i];
      }
    }
    double count = training.size() * image.length / 3.0;
    for (int channel = 0; channel < 3; channel++) {
      assertThat(sums[channel] / count).isCloseTo(0, within(1e-3));
      assertThat(squares[channel] / count).isCloseTo(1, within(1e-3));
    }
  }

  private static SiteImages renderer(LabelledSite site, ImageSpec spec) {
    return new SiteRenderers(spec).of(site.grid());
  }

  private static float[] image(ImageSpec spec) {
    return new float[spec.length()];
  }

  private static AccuracyReport report() {
    return new AccuracyReport(found.grids(), sites, SPLIT, 1);
  }
}
