package io.github.epdi.training.pretraining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.epdi.model.network.Architecture;
import io.github.epdi.model.network.Network;
import io.github.epdi.model.safetensors.SafetensorsWriter;
import io.github.epdi.model.safetensors.TensorSpec;
import io.github.epdi.model.safetensors.TensorType;
import io.github.epdi.structure.InputException;
import io.github.epdi.training.loop.StartWeights;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PretrainedHeadTest {
  private static final int FEATURES = 1024;
  private static final int OUTPUTS = 5;

  @TempDir private Path directory;

  /** w . (W f + b) = (W^T w) . f + w . b. */
  @Test
  void weightsOfOutputsBecomeWeightsOfFeatures() throws IOException {
    Network network = Architecture.DENSENET121.newNetwork();
    Random random = new Random(3);
    double[] weights = random.doubles(OUTPUTS, -1, 1).toArray();
    double[] features = random.doubles(FEATURES, -1, 1).toArray();
    PretrainedHead head = PretrainedHead.of(start(network, random), network);

    double[] outputs = head.outputs(features);
    double[] back = head.back(weights);

    assertThat(outputs).hasSize(OUTPUTS);
    assertThat(dot(back, features) + head.bias(weights))
        .isCloseTo(dot(weights, outputs), within(1e-9));
    assertThat(head.bias(weights)).isNotZero();
  }

  @Test
  void withoutAPretrainingThereIsNone() {
    Network network = Architecture.DENSENET121.newNetwork();
    assertThatThrownBy(() -> PretrainedHead.of(StartWeights.NONE, network))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("expected weights of one, found none");
  }

  private StartWeights start(Network network, Random random) throws IOException {
    SafetensorsWriter writer = new SafetensorsWriter();
    List<Integer> shape = List.of(OUTPUTS, FEATURES);
    add(writer, new TensorSpec(network.headTensors().get(0), shape), random);
    add(writer, new TensorSpec(network.headTensors().get(1), List.of(OUTPUTS)), random);
    Path file = directory.resolve("head.safetensors");
    writer.write(file);
    return StartWeights.read(file);
  }

  private static void add(SafetensorsWriter writer, TensorSpec spec, Random random) {
    float[] values = new float[(int) spec.elements()];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat() - 0.5f;
    }
    writer.add(spec, values, TensorType.F32);
  }

  private static double dot(double[] one, double[] two) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * two[i];
    }
    return sum;
  }
}
