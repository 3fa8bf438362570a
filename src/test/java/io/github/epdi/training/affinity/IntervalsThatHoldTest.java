package io.github.epdi.training.affinity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.epdi.SharedData;
import io.github.epdi.SparkExtension;
import io.github.epdi.grid.PotentialConventions;
import io.github.epdi.levels.LevelsNames;
import io.github.epdi.model.ModelBundle;
import io.github.epdi.model.physics.AffinityPart;
import io.github.epdi.model.physics.Trust;
import io.github.epdi.pes.IntervalFactors;
import io.github.epdi.structure.Side;
import io.github.epdi.theory.LevelOfTheory;
import io.github.epdi.training.examples.GridSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** How often intervals hold on materials, and on hosts, that were left out of the training. */
@ExtendWith(SparkExtension.class)
class IntervalsThatHoldTest {
  private static final Path BUNDLE = Path.of("jobs/demo/affinity");

  @TempDir private Path folder;

  /** The target is 74 to 86 %, of binding energies and of percolation barriers. */
  @Test
  void ofOurOwnSetTheyHoldAsOftenAsTheySay(SparkSession spark) throws IOException {
    String set = SharedData.path("dft2").toString();
    AffinityRequest request =
        new AffinityRequest(
            new AffinityRequest.Labels(
                Path.of(set, "labels.csv").toString(),
                "binding_energy_ev",
                AffinityRequest.Unusable.STOP),
            new GridSource(
                set, GridSource.MATERIAL + ".cube.gz", Side.TOP, PotentialConventions.DEFAULT),
            LevelsNames.DEFAULTS,
            new AffinityRequest.Bundle(
                LevelOfTheory.UNSAID,
                "Li",
                "Apache-2.0",
                AffinityRequest.Existing.REFUSE,
                folder.resolve("bundle")));

    AffinityResult result = new AffinityTraining(spark, request, note -> {}).run();

    for (String leftOut : List.of("test.", "test_host.")) {
      for (String of : List.of("energy", "barrier", "percolation")) {
        assertThat(result.figures().get(leftOut + "interval_80." + of + ".coverage"))
            .as(leftOut + of)
            .isBetween(0.74, 0.86);
      }
    }
    assertThat(result.reliability()).hasSizeGreaterThan(45);
    assertThat(result.reliability())
        .allSatisfy(point -> assertThat(point.found()).isCloseTo(point.said(), within(0.13)));
    Trust trust = ModelBundle.read(folder.resolve("bundle")).metadata().affinity().trust();
    Trust ours = shipped().trust();
    assertThat(trust.slabs()).as("the shipped one").isEqualTo(ours.slabs());
    assertThat(trust.intervals().energy()).isCloseTo(ours.intervals().energy(), within(1e-6));
    assertThat(trust.intervals().barrier()).isCloseTo(ours.intervals().barrier(), within(1e-6));
    assertThat(trust.intervals().percolation())
        .isCloseTo(ours.intervals().percolation(), within(1e-6));
    assertThat(trust.farSpreadEv()).isCloseTo(ours.farSpreadEv(), within(1e-6));
  }

  private static AffinityPart shipped() throws IOException {
    return ModelBundle.read(BUNDLE).metadata().affinity();
  }

  @Test
  void theShippedBundleSaysSo() throws IOException {
    Map<String, Double> metrics = ModelBundle.read(BUNDLE).metadata().metrics();
    assertThat(metrics.get("test.interval_80.energy.coverage")).isBetween(0.74, 0.86);
    assertThat(metrics.get("test.interval_80.percolation.coverage")).isBetween(0.74, 0.86);
    assertThat(shipped().trust().intervals().coverage()).isEqualTo(0.8);
  }

  /** A line through labels of another level errs more than the model does at its own. */
  @Test
  void intervalsOfACalibratedModelWidenOrAreGone() throws IOException {
    Trust trust = shipped().trust();
    IntervalFactors before = trust.intervals();

    assertThat(trust.calibrated(0.025, 0.05).intervals())
        .isEqualTo(
            new IntervalFactors(0.8, 2 * before.energy(), before.barrier(), before.percolation()));
    assertThat(trust.calibrated(0.025, 0.01).intervals()).isEqualTo(before);
    assertThat(trust.calibrated(0.025, null).intervals().energy()).isNull();
    assertThat(trust.calibrated(null, 0.01).intervals().percolation())
        .isEqualTo(before.percolation());
  }
}
