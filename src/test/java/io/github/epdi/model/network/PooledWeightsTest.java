package io.github.epdi.model.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.epdi.model.torch.TorchEngine;
import java.nio.FloatBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PooledWeightsTest {
  private static final int CELLS = 7;

  /** 64 pixels leave 2 x 2: each is repeated, and the cell in the middle sees both. */
  @Test
  void cellsOfTwoPixelsRepeatThem() {
    TorchEngine.start();
    try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
      NDArray image = manager.create(new float[] {1, 3, 1, 3}, new Shape(1, 1, 2, 2));
      assertThat(Pooling.meanTo(CELLS, image).get(0, 0, 3).toFloatArray())
          .containsExactly(1, 1, 1, 2, 3, 3, 3);
    }
  }

  /** Weights after torch's pooling and those before it give the same sum. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 10})
  void standForPoolingAndWeights(int pixels) {
    TorchEngine.start();
    FormulaTensors formula = new FormulaTensors(pixels);
    float[] weight = formula.input(2 * CELLS * CELLS);
    float[] image = formula.input(2 * pixels * pixels);
    float[] moved = new PooledWeights(CELLS, pixels).of(weight);
    assertThat(moved).hasSize(2 * pixels * pixels);
    double expected = 0;
    try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
      NDArray input = manager.create(FloatBuffer.wrap(image), new Shape(1, 2, pixels, pixels));
      float[] pooled = Pooling.meanTo(CELLS, input).toFloatArray();
      for (int i = 0; i < pooled.length; i++) {
        expected += (double) pooled[i] * weight[i];
      }
    }
    double found = 0;
    for (int i = 0; i < image.length; i++) {
      found += (double) image[i] * moved[i];
    }
    assertThat(found).isNotZero().isCloseTo(expected, within(1e-5));
  }
}
