package io.github.epdi.training.finetuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.epdi.grid.GridFiles;
import io.github.epdi.grid.GridReading;
import io.github.epdi.grid.PotentialConventions;
import io.github.epdi.grid.ReadingRequest;
import io.github.epdi.grid.blocks.GridLimits;
import io.github.epdi.image.Encoding;
import io.github.epdi.image.Frame;
import io.github.epdi.image.SiteImages;
import io.github.epdi.model.BindingEnergyModel;
import io.github.epdi.model.BindingEnergyPredictor;
import io.github.epdi.model.ModelBundle;
import io.github.epdi.model.network.Architecture;
import io.github.epdi.model.network.Network;
import io.github.epdi.model.safetensors.Safetensors;
import io.github.epdi.model.safetensors.SafetensorsWriter;
import io.github.epdi.model.safetensors.TensorType;
import io.github.epdi.model.torch.ComputeDevice;
import io.github.epdi.structure.AdsorptionSite;
import io.github.epdi.structure.InputException;
import io.github.epdi.structure.Side;
import io.github.epdi.structure.SiteKind;
import io.github.epdi.training.DftSet;
import io.github.epdi.training.accuracy.EvaluationRow;
import io.github.epdi.training.examples.ImageOptions;
import io.github.epdi.training.examples.Part;
import io.github.epdi.training.finetuning.FineTuningRequest.Previous;
import io.github.epdi.training.finetuning.FineTuningRequest.Unusable;
import io.github.epdi.training.loop.EpochReport;
import io.github.epdi.training.loop.HeInitialisation;
import io.github.epdi.training.loop.Schedule;
import io.github.epdi.training.loop.Start;
import io.github.epdi.training.loop.TrainingProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole fine-tunings of the real network, on nine sites and very few steps. */
class FineTuningTest {
  private static final List<String> PRISTINE =
      List.of("MoS2-pristine", "TiS2-pristine", "WS2-pristine");

  @TempDir private Path directory;
  private Path labels;

  @BeforeEach
  void writeLabels() throws IOException {
    labels = DftSet.labels(directory, PRISTINE);
  }

  @Test
  void killedAndResumedIsTheSameAsUndisturbed() throws IOException {
    Path whole = directory.resolve("whole");
    FineTuningResult result = run(DftSet.request(labels, whole, DftSet.SHORT), 99);
    Path killed = directory.resolve("killed");
    FineTuningRequest request = DftSet.request(labels, killed, DftSet.SHORT);
    assertThatThrownBy(() -> run(request, 1)).isInstanceOf(Killed.class);
    assertThat(killed).doesNotExist();
    assertThat(request.checkpointDirectory()).isNotEmptyDirectory();
    otherSettingsAreRefused(killed);
    FineTuningResult resumed = run(request, 99);
    assertThat(resumed).isEqualTo(result);
    for (String name :
        List.of("model.safetensors", "bundle.json", "evaluation.csv", "training.json")) {
      assertThat(killed.resolve(name)).hasSameBinaryContentAs(whole.resolve(name));
    }
    assertThat(request.checkpointDirectory()).doesNotExist();
    assertThatThrownBy(() -> run(request, 99))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "Cannot write bundle "
                + killed
                + ": expected a new name, found that it exists; --restart replaces it");
    evaluationIsWhatTheBundlePredicts(whole, result);
  }

  private void otherSettingsAreRefused(Path out) {
    Schedule other = new Schedule(2, 2, 4, 0.002, 1e-4, 3);
    assertThatThrownBy(() -> run(DftSet.request(labels, out, other), 99))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("schedule.learning_rate: expected 0.002, found 0.001; repeat");
  }

  /** The loaded bundle by hand: native file, representative, four frames, their mean. */
  private static void evaluationIsWhatTheBundlePredicts(Path bundle, FineTuningResult result)
      throws IOException {
    ModelBundle loaded = ModelBundle.read(bundle);
    assertThat(loaded.metadata().metrics()).isEqualTo(result.figures());
    assertThat(loaded.metadata().trainingData().split().test()).containsExactly("TiS2-pristine");
    GridReading.Accepted reading =
        new GridFiles(new Configuration())
            .read(
                DftSet.grids().uri("TiS2-pristine"),
                new ReadingRequest(
                    List.of(Side.TOP),
                    loaded.metadata().image().heightsAngstrom(),
                    PotentialConventions.DEFAULT,
                    GridLimits.DEFAULT,
                    0.05,
                    ReadingRequest.Depth.STOP_AT_REJECT))
            .accepted();
    SiteImages images = new SiteImages(reading.potential(Side.TOP), loaded.metadata().image());
    int length = loaded.metadata().image().length();
    try (BindingEnergyModel model = new BindingEnergyModel(loaded, ComputeDevice.CPU);
        BindingEnergyPredictor predictor = model.newPredictor(4)) {
      for (SiteKind kind : SiteKind.values()) {
        AdsorptionSite site =
            reading.graph(Side.TOP).sites(kind).stream()
                .filter(AdsorptionSite::isRepresentative)
                .findFirst()
                .orElseThrow();
        float[] batch = new float[4 * length];
        List<Frame> frames = Frame.averaged(4);
        for (int i = 0; i < 4; i++) {
          images.render(site, frames.get(i), batch, i * length);
        }
        double energy = Arrays.stream(predictor.predict(batch, 4)[0]).average().orElseThrow();
        EvaluationRow row = row(result, "TiS2-pristine", kind);
        assertThat(row.predictionEv()).isCloseTo(energy, within(1e-5));
        assertThat(row.part()).isEqualTo(Part.TEST);
        assertThat(Files.readString(bundle.resolve("evaluation.csv")))
            .contains(String.format(Locale.ROOT, ",%s,%.7f\n", row.labelEv(), row.predictionEv()));
      }
    }
  }

  private static EvaluationRow row(FineTuningResult result, String material, SiteKind kind) {
    return result.rows().stream()
        .filter(row -> row.materialId().equals(material) && row.kind() == kind)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void unusableLabelsAndGridsAreNamed() throws IOException {
    String far = "MoS2-pristine,MoS2,,X9,T,0,0.16,0.16,1,7,0,0,0,-1,-1";
    String twice = "WS2-pristine,WS2,,X8,T,0,0.0,0.0,1,7,0,0,0,-1,-1";
    String noGrid = "VS2,VS2,,T00,T,0,0,0,1,7,0,0,0,-1,-1";
    Path bad = DftSet.labels(directory, PRISTINE, far, twice, noGrid);
    Path out = directory.resolve("bundle");
    assertThatThrownBy(() -> run(DftSet.request(bad, out, DftSet.SHORT), 99))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(
            "Cannot use label of row 10, MoS2-pristine X9 at (0.160000, 0.160000)")
        .hasMessageContaining("Cannot read the grid of VS2: ")
        .hasMessageContaining(
            "Cannot use label of row 11, WS2-pristine X8: its site T0 has the label of row")
        .hasMessageEndingWith("(--skip-unusable goes on without them)");
    Schedule once = new Schedule(1, 1, 2, 0.001, 0, 1);
    List<String> notes = new ArrayList<>();
    FineTuningRequest skipping = DftSet.request(bad, out, once, Unusable.SKIP, Previous.REPLACE);
    FineTuningResult result = new FineTuning(DftSet.spark(), skipping, progress(99, notes)).run();
    assertThat(result.rows()).hasSize(9);
    assertThat(notes.stream().filter(note -> note.startsWith("Skipped: "))).hasSize(3);
    assertThat(out.resolve("training.json")).content().contains("Cannot read the grid of VS2");
  }

  /** ImageNet weights know RGB in their own normalisation: it is applied, and in the bundle. */
  @Test
  void imageNetsNormalisationGoesIntoTheBundle() throws IOException {
    Path weights = directory.resolve("densenet121.safetensors");
    SafetensorsWriter writer = new SafetensorsWriter();
    try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
      Network thousand = Architecture.DENSENET121.newNetwork(1000);
      new HeInitialisation(4).fill(manager, thousand, new Shape(2, 3, 32, 32));
      thousand.save(writer, "", TensorType.F32);
    }
    writer.write(weights);
    Start start = Start.imageNet(weights);
    Schedule once = new Schedule(1, 1, 2, 1e-9, 0, 1);
    Path out = directory.resolve("bundle");
    FineTuningRequest request =
        DftSet.request(labels, out, once, Unusable.STOP, Previous.GO_ON, start, DftSet.IMAGES);
    run(request, 99);
    ModelBundle bundle = ModelBundle.read(out);
    assertThat(bundle.metadata().image().mean()).containsExactly(0.485, 0.456, 0.406);
    assertThat(bundle.metadata().image().std()).containsExactly(0.229, 0.224, 0.225);
    assertThat(bundle.metadata().image().vminEv()).isBetween(-3.0, -0.5);
    assertThat(out.resolve("training.json"))
        .content()
        .contains(DigestUtils.sha256Hex(writer.toBytes()));
    float[] begun = Safetensors.open(weights).floats("features.conv0.weight");
    float[] learned =
        Safetensors.open(out.resolve("model.safetensors")).floats("features.conv0.weight");
    assertThat(learned).containsExactly(begun, within(1e-3f));
    ImageOptions planes =
        new ImageOptions(Encoding.PLANES, null, List.of(1.0, 1.5, 2.0), 8, 32, null, null);
    assertThatThrownBy(
            () -> DftSet.request(labels, out, once, Unusable.STOP, Previous.GO_ON, start, planes))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "Cannot begin with ImageNet weights of %s: expected RGB images (--encoding colormap),"
                + " found --encoding planes",
            weights);
  }

  private static FineTuningResult run(FineTuningRequest request, int until) throws IOException {
    return new FineTuning(DftSet.spark(), request, progress(until, new ArrayList<>())).run();
  }

  private static TrainingProgress progress(int until, List<String> notes) {
    return new TrainingProgress() {
      @Override
      public void epoch(EpochReport report) {
        if (report.epoch() == until) {
          throw new Killed();
        }
      }

      @Override
      public void note(String message) {
        notes.add(message);
      }
    };
  }

  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
