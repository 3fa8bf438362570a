package io.github.epdi.training.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.epdi.model.BundleExport;
import io.github.epdi.model.ModelBundle;
import io.github.epdi.model.network.Architecture;
import io.github.epdi.model.network.Network;
import io.github.epdi.model.safetensors.Safetensors;
import io.github.epdi.model.safetensors.SafetensorsWriter;
import io.github.epdi.model.safetensors.TensorSpec;
import io.github.epdi.model.safetensors.TensorType;
import io.github.epdi.structure.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartWeightsTest {
  @TempDir private Path directory;

  /** Features come from the file, the last layer from the seed. */
  @Test
  void allButTheLastLayerIsLoaded() throws IOException {
    try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
      Network saved = network(manager, 1, StartWeights.NONE);
      SafetensorsWriter writer = new SafetensorsWriter();
      saved.save(writer, "", TensorType.F32);
      Path file = Files.write(directory.resolve("start.safetensors"), writer.toBytes());
      Network begun = network(manager, 2, StartWeights.read(file));
      Network other = network(manager, 2, StartWeights.NONE);
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
      Network network = network(manager, 1, StartWeights.NONE);
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
    assertThatThrownBy(() -> StartWeights.read(other).requireFeaturesOf(Architecture.DENSENET121))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "Cannot begin with weights of %s: Cannot load tensor features.conv0.weight:"
                + " expected shape [64, 3, 7, 7], found no tensor of this name",
            other);
    Path none = directory.resolve("none");
    assertThatThrownBy(() -> StartWeights.read(none))
        .hasMessage("Cannot begin with weights of " + none + ": expected a file, found none");
  }

  /** What was exported of a bundle begins another training with every bit. */
  @Test
  void exportedWeightsComeBackBitByBit() throws IOException {
    ModelBundle demo = ModelBundle.read(Path.of("jobs/demo/bundle"));
    Path out = directory.resolve("exported");
    new BundleExport(demo, null).write(out);
    Architecture architecture = demo.architecture();
    Safetensors expected = Safetensors.parse(demo.weights());
    try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
      Network begun = architecture.newNetwork();
      StartWeights exported = StartWeights.read(out.resolve("model.safetensors"));
      exported.requireFeaturesOf(architecture);
      exported.load(manager, begun);
      new HeInitialisation(5).fill(manager, begun, new Shape(2, 3, 32, 32));
      Map<String, float[]> values = new BlockWeights(begun).copy();
      values.keySet().removeAll(begun.headTensors());
      assertThat(values).hasSize(expected.names().size() - 2);
      values.forEach((name, found) -> assertThat(found).as(name).isEqualTo(expected.floats(name)));
    }
  }

  /** As published: half precision, a thousand outputs. */
  @Test
  void publishedWeightsKeepTheirValues() throws IOException {
    SafetensorsWriter writer = new SafetensorsWriter();
    Map<String, float[]> published = new TreeMap<>();
    try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
      Network thousand = Architecture.RESNET50.newNetwork(1000);
      new HeInitialisation(4).fill(manager, thousand, new Shape(2, 3, 32, 32));
      thousand.save(writer, "", TensorType.F16);
      published.putAll(new BlockWeights(thousand).copy());
    }
    Path file = directory.resolve("resnet50.safetensors");
    writer.write(file);
    try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
      Network begun = Architecture.RESNET50.newNetwork();
      StartWeights start = StartWeights.read(file);
      start.load(manager, begun);
      new HeInitialisation(5).fill(manager, begun, new Shape(2, 3, 32, 32));
      Map<String, float[]> values = new BlockWeights(begun).copy();
      assertThat(values.get("fc.weight")).hasSize(2048);
      values.keySet().removeAll(begun.headTensors());
      values.forEach(
          (name, found) -> {
            float[] expected = published.get(name);
            for (int i = 0; i < found.length; i += 97) {
              assertThat(found[i])
                  .as(name)
                  .isCloseTo(expected[i], within(1e-3f * Math.abs(expected[i]) + 1e-7f));
            }
          });
    }
    assertThatThrownBy(() -> StartWeights.read(file).requireFeaturesOf(Architecture.VGG16))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "Cannot begin with weights of %s: expected tensors of vgg16, found those of resnet50:"
                + " use --architecture resnet50",
            file);
  }

  /** Within a network linear layers are rectified too: 2 / fan-in, of 4096; the last layer's 1. */
  @Test
  void linearLayersHaveHesVarianceButForTheLast() {
    try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
      Network network = Architecture.VGG16.newNetwork();
      // As if it were loaded: its hundred million numbers would take seconds to draw.
      network
          .getParameters()
          .get("classifier.0.weight")
          .setArray(manager.zeros(new Shape(4096, 25088)));
      new HeInitialisation(1).fill(manager, network, new Shape(2, 3, 32, 32));
      assertThat(4096 * variance(network, "classifier.3.weight")).isBetween(1.99, 2.01);
      // 4,096 values: the relative deviation of their variance is sqrt(2 / 4096) = 0.022.
      assertThat(4096 * variance(network, "classifier.6.weight")).isBetween(0.91, 1.09);
    }
  }

  private static double variance(Network network, String name) {
    float[] values = network.getParameters().get(name).getArray().toFloatArray();
    double squares = 0;
    for (float value : values) {
      squares += value * value;
    }
    return squares / values.length;
  }

  private static Network network(NDManager manager, long seed, StartWeights start) {
    Network network = Architecture.DENSENET121.newNetwork();
    start.load(manager, network);
    new HeInitialisation(seed).fill(manager, network, new Shape(2, 3, 32, 32));
    return network;
  }
}
