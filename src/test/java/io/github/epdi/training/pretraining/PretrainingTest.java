package io.github.epdi.training.pretraining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import io.github.epdi.grid.PotentialConventions;
import io.github.epdi.image.Encoding;
import io.github.epdi.model.network.Architecture;
import io.github.epdi.model.network.Network;
import io.github.epdi.structure.InputException;
import io.github.epdi.structure.SiteKind;
import io.github.epdi.synthetic.Synthesis;
import io.github.epdi.synthetic.SynthesisRequest;
import io.github.epdi.training.DftSet;
import io.github.epdi.training.examples.ImageOptions;
import io.github.epdi.training.examples.ImageSite;
import io.github.epdi.training.loop.Schedule;
import io.github.epdi.training.loop.SilentProgress;
import io.github.epdi.training.loop.Start;
import io.github.epdi.training.loop.StartWeights;
import io.github.epdi.training.loop.Turns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From synthetic grids to weights that a fine-tuning begins with. */
class PretrainingTest {
  private static final ImageOptions IMAGES =
      new ImageOptions(Encoding.PLANES, null, List.of(1.5, 2.0, 3.0), 8, 32, null, null);

  @TempDir private Path directory;

  @Test
  void weightsOfSyntheticGridsAreAStart() throws IOException {
    String grids = directory.resolve("grids").toString();
    SynthesisRequest few = new SynthesisRequest(grids, 4, 11, 0.4);
    assertThat(new Synthesis(DftSet.spark(), few).run()).isEqualTo(4);
    assertThat(new Synthesis(DftSet.spark(), few).run()).isZero();
    Files.writeString(Path.of(grids, "note.txt"), "no grid");
    UnlabelledGrids read =
        UnlabelledGrids.read(
            grids, new Configuration(), PotentialConventions.DEFAULT, IMAGES.heightsAngstrom());
    assertThat(read.grids()).hasSize(4);
    assertThat(read.rejected()).isEqualTo(1);
    targetsAreCentredAndScaled(read);

    Path out = directory.resolve("start.safetensors");
    PretrainingRequest request =
        new PretrainingRequest(
            grids,
            PotentialConventions.DEFAULT,
            IMAGES,
            Architecture.DENSENET121,
            new Schedule(1, 1, 4, 0.001, 1e-4, 3),
            Start.RANDOM,
            new PlaceChoice(2, EnumSet.allOf(SiteKind.class), 1),
            Turns.ANY,
            0.25,
            out);
    double error = new Pretraining(new Configuration(), request, new SilentProgress()).run();
    assertThat(error).isBetween(0.0, 3.0);
    assertThat(request.checkpointDirectory()).doesNotExist();
    StartWeights start = StartWeights.read(out);
    assertThat(start.tensors().metadata().get("pretraining")).contains("densenet121", "PLANES");
    try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
      Network network = Architecture.DENSENET121.newNetwork();
      start.load(manager, network);
      float[] first =
          network.getParameters().get("features.conv0.weight").getArray().toFloatArray();
      assertThat(java.util.Arrays.equals(first, start.tensors().floats("features.conv0.weight")))
          .isTrue();
    }
    assertThatThrownBy(
            () -> new Pretraining(new Configuration(), request, new SilentProgress()).run())
        .isInstanceOf(InputException.class)
        .hasMessage("Cannot write " + out + ": expected a new name, found that it exists");
  }

  private static void targetsAreCentredAndScaled(UnlabelledGrids read) {
    List<ImageSite> sites =
        read.sites(0, 4, new PlaceChoice(100, EnumSet.allOf(SiteKind.class), 1), 1);
    SurrogateTargets targets = new SurrogateTargets(sites);
    double[] sum = new double[SurrogateTargets.COUNT];
    double[] squares = new double[SurrogateTargets.COUNT];
    for (ImageSite site : sites) {
      float[] of = targets.of(site);
      for (int i = 0; i < of.length; i++) {
        sum[i] += of[i];
        squares[i] += of[i] * of[i];
      }
    }
    for (int i = 0; i < SurrogateTargets.COUNT; i++) {
      // Cut at four deviations, which a few values reach.
      assertThat(sum[i] / sites.size()).as("mean " + i).isBetween(-0.1, 0.1);
      assertThat(squares[i] / sites.size()).as("square " + i).isBetween(0.7, 1.01);
    }
  }

  @Test
  void aFolderWithoutGridsIsAnError() throws IOException {
    Path empty = Files.createDirectories(directory.resolve("empty"));
    assertThatThrownBy(
            () ->
                UnlabelledGrids.read(
                    empty.toString(),
                    new Configuration(),
                    PotentialConventions.DEFAULT,
                    List.of(1.5)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("found none among 0 files (epdi synthesize makes some)");
  }
}
