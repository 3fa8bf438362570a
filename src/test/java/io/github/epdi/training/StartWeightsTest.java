package io.github.epdi.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.epdi.model.Architecture;
import io.github.epdi.model.Network;
import io.github.epdi.model.SafetensorsWriter;
import io.github.epdi.model.TensorSpec;
import io.github.epdi.model.TensorType;
import io.github.epdi.structure.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartWeightsTest {
  @TempDir private Path directory;

  /** Features come from the file, the last layer from the seed. */
  @Test
  void allButTheLastLayerIsLoaded() throws IOException {
    try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
      Network saved = network(manager, 1, new StartWeights(null, null, null));
      SafetensorsWriter writer = new SafetensorsWriter();
      saved.save(writer, "", TensorType.F32);
      Path file = Files.write(directory.resolve("start.safetensors"), writer.toBytes());
      Network begun = network(manager, 2, StartWeights.read(file));
      Network other = network(manager, 2, new StartWeights(null, null, null));
      Map<String, float[]> first = new BlockWeights(saved).copy();
      Map<String, float[]> second = new BlockWeights(begun).copy();
      Map<String, float[]> third = new BlockWeights(other).copy();
      assertThat(second.get("features.conv0.weight"))
          .containsExactly(first.get("features.conv0.weight"));
      assertThat(third.get("features.conv0.weight"))
          .isNotEqualTo(first.get("features.conv0.weight"));
      assertThat(second.get("classifier.weight"))
          .containsExactly(third.get("classifier.weight"))
          .isNotEqualTo(first.get("classifier.weight"));
    }
  }

  /** Variance 2 / fan-in: conv0 sees 3 x 7 x 7 values. */
  @Test
  void randomWeightsHaveHesVariance() {
    try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
      Network network = network(manager, 1, new StartWeights(null, null, null));
      float[] values = new BlockWeights(network).copy().get("features.conv0.weight");
      double squares = 0;
      for (float value : values) {
        squares += value * value;
      }
      // 9,408 values: the relative deviation of their variance is sqrt(2 / 9408) = 0.015.
      assertThat(squares / values.length * 147).isBetween(1.88, 2.12);
      assertThat(new BlockWeights(network).copy().get("features.norm0.running_var"))
          .containsOnly(1f);
    }
  }

  @Test
  void errorsNameTheFile() throws IOException {
    Path garbage = Files.write(directory.resolve("garbage"), new byte[] {1, 2, 3});
    assertThatThrownBy(() -> StartWeights.read(garbage))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("Cannot begin with weights of " + garbage + ": ");
    SafetensorsWriter writer =
        new SafetensorsWriter()
            .add(new TensorSpec("fc.weight", List.of(2)), new float[2], TensorType.F32);
    Path other = Files.write(directory.resolve("other"), writer.toBytes());
    StartWeights start = StartWeights.read(other);
    try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
      assertThatThrownBy(() -> network(manager, 1, start))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("features.conv0.weight");
    }
  }

  private static Network network(NDManager manager, long seed, StartWeights start) {
    Network network = Architecture.DENSENET121.newNetwork();
    start.load(manager, network);
    new HeInitialisation(seed).fill(manager, network, new Shape(2, 3, 32, 32));
    return network;
  }
}
