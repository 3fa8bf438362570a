package io.github.epdi.training.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.epdi.SharedData;
import io.github.epdi.model.BundleMetadata;
import io.github.epdi.model.ModelBundle;
import io.github.epdi.model.network.Architecture;
import io.github.epdi.model.network.Network;
import io.github.epdi.model.safetensors.SafetensorsWriter;
import io.github.epdi.model.safetensors.TensorType;
import io.github.epdi.structure.InputException;
import io.github.epdi.tables.study.StudyTable;
import io.github.epdi.tables.study.StudyTrainingRow;
import io.github.epdi.training.DftSet;
import io.github.epdi.training.loop.HeInitialisation;
import io.github.epdi.training.loop.SilentProgress;
import io.github.epdi.training.pretraining.SurrogateTargets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a study makes beside its tables, and what it refuses before it begins. */
class StudyBundleTest {
  private static final String CELLS =
      """
      parts:
        - architecture: densenet121
          start: random
          encoding: planes
          pixels: 32
          target: direct
          split: [random, all]
          saddle_fraction: 0.5
          seed: 1
        - architecture: densenet121
          start: synthetic
          encoding: planes
          pixels: 32
          target: bridge-residual
          split: random
          saddle_fraction: 0.5
          seed: 1
          training:
            epochs: 0
            images_per_site: 1
            batch: 8
            learning_rate: 0.001
            weight_decay: 0
            validation_share: 0
            turns: hexagonal
            transfer: {statistics: frozen, first_layer_share: 1, head: surrogate_ridge}
      """;

  @TempDir private Path directory;

  private Study study(SparkSession spark, String cells) throws IOException {
    Path labels = DftSet.labels(directory, List.of("MoS2-Ti", "MoS2-pristine"));
    String yaml =
        (StudyPlanTest.HEAD + cells)
            .replace("labels: labels.csv", "labels: " + labels)
            .replace("grids: grids", "grids: " + SharedData.path("dft2").toAbsolutePath());
    Path plan = Files.writeString(directory.resolve("plan.yaml"), yaml);
    return new Study(spark, plan, directory.resolve("study"), new SilentProgress());
  }

  /** A network of the right shape: what a pretraining of no steps would write. */
  private void writeStart() throws IOException {
    Path start = directory.resolve("start");
    Files.createDirectories(start);
    SafetensorsWriter writer = new SafetensorsWriter();
    try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
      Network network = Architecture.DENSENET121.newNetwork(SurrogateTargets.COUNT);
      new HeInitialisation(3).fill(manager, network, new Shape(2, 3, 32, 32));
      network.save(writer, "", TensorType.F32);
    }
    writer.replace(start.resolve("densenet121-planes-32.safetensors"));
  }

  @Test
  void weightsOfAllLabelsBecomeABundleWithTheErrorsOfTheOthers() throws IOException {
    SparkSession spark = DftSet.spark();
    writeStart();
    Study study = study(spark, CELLS);
    StudySummary summary = study.run();
    assertThat(summary.rows()).hasSize(2);

    Path out = directory.resolve("bundle");
    study.writeBundle(out, summary);

    ModelBundle bundle = ModelBundle.read(out);
    BundleMetadata metadata = bundle.metadata();
    assertThat(metadata.members()).isEqualTo(1);
    assertThat(metadata.target().column()).isEqualTo("binding_energy_ev");
    assertThat(metadata.trainingData().split().training())
        .containsExactly("MoS2-Ti", "MoS2-pristine");
    double random =
        summary.rows().stream()
            .filter(row -> row.setting().task().target().equals("direct"))
            .findFirst()
            .orElseThrow()
            .errors()
            .mae()
            .valueEv();
    assertThat(metadata.metrics()).containsEntry("random_50_percent.saddles.mae_ev", random);
    bundleErrsAsItsEvaluationSays(out, metadata);
    headsAloneHaveNoPace(spark);
  }

  private static void bundleErrsAsItsEvaluationSays(Path out, BundleMetadata metadata)
      throws IOException {
    List<String> lines = Files.readAllLines(out.resolve("evaluation.csv"));
    assertThat(lines).hasSize(1 + 13 + 3);
    double error =
        lines.stream()
            .skip(1)
            .map(line -> line.split(",", -1))
            .mapToDouble(f -> Math.abs(Double.parseDouble(f[8]) - Double.parseDouble(f[7])))
            .average()
            .orElseThrow();
    assertThat(metadata.metrics().get("training.all.mae_ev")).isCloseTo(error, within(1e-5));
  }

  private void headsAloneHaveNoPace(SparkSession spark) {
    String table = directory.resolve("study").resolve(StudyTable.TRAININGS.name()).toString();
    List<StudyTrainingRow> rows =
        spark.read().parquet(table).collectAsList().stream()
            .map(StudyTable.TRAININGS::fromRow)
            .toList();
    for (StudyTrainingRow row : rows) {
      boolean headAlone = row.setting().task().target().equals("bridge-residual");
      assertThat(row.effort().imagesPerSecond() == null).isEqualTo(headAlone);
      assertThat(row.effort().epochs()).isEqualTo(headAlone ? 0 : 1);
    }
  }

  @Test
  void whatCannotWorkIsSaidBeforeTheFirstTraining() throws IOException {
    SparkSession spark = DftSet.spark();
    assertThatThrownBy(() -> study(spark, CELLS).run())
        .isInstanceOf(InputException.class)
        .hasMessage(
            "Cannot begin with weights of %s: expected a file, found none",
            directory.resolve("start/densenet121-planes-32.safetensors"));
    assertThatThrownBy(() -> study(spark, CELLS.replace("start: random", "start: mine")).run())
        .isInstanceOf(InputException.class)
        .hasMessage(
            "Cannot begin with weights mine: expected random or one of [synthetic], found none of"
                + " this name");
    String held = CELLS.replace("split: random", "split: by-material");
    assertThatThrownBy(() -> study(spark, held).run())
        .isInstanceOf(InputException.class)
        .hasMessageContaining("expected split random for target bridge-residual");
    assertThat(directory.resolve("study/cells")).doesNotExist();
  }
}
