package io.github.epdi.training.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.core.Linear;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AdamTest {
  private static final double RATE = 0.1;
  private static final double DECAY = 0.5;
  private static final float[][] INPUTS = {{1f, -2f}, {0.5f, 3f}, {-4f, 0.25f}};

  @Test
  void threeStepsAsByHand() {
    try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
      Linear linear = Linear.builder().setUnits(1).build();
      linear.initialize(manager, DataType.FLOAT32, new Shape(1, 2));
      BlockWeights weights = new BlockWeights(linear);
      weights.restore(Map.of("weight", new float[] {0.3f, -0.7f}, "bias", new float[] {0.2f}));
      Adam adam = new Adam(manager, weights, DECAY, 1);
      for (float[] input : INPUTS) {
        backward(manager, linear, input);
        adam.step(RATE);
      }
      // Gradient of w . x + b: x for w, 1 for b. Biases do not decay.
      float[] w = weights.copy().get("weight");
      assertThat(w[0]).isCloseTo((float) byHand(0.3, 0, DECAY), within(2e-6f));
      assertThat(w[1]).isCloseTo((float) byHand(-0.7, 1, DECAY), within(2e-6f));
      assertThat(weights.copy().get("bias")[0])
          .isCloseTo((float) byHand(0.2, -1, 0), within(2e-6f));
      assertThat(adam.moments().get("mean/weight")[0])
          .isCloseTo(0.1f * (0.81f * 1 + 0.9f * 0.5f - 4), within(1e-6f));
      assertThat(adam.moments().get("square/weight")[1])
          .isCloseTo(0.001f * (0.998001f * 4 + 0.999f * 9 + 0.0625f), within(1e-6f));
    }
  }

  /** Kingma and Ba's algorithm 1 in double precision, with decoupled decay. */
  private static double byHand(double start, int input, double decay) {
    double w = start;
    double m = 0;
    double v = 0;
    for (int t = 1; t <= INPUTS.length; t++) {
      double g = input < 0 ? 1 : INPUTS[t - 1][input];
      m = 0.9 * m + 0.1 * g;
      v = 0.999 * v + 0.001 * g * g;
      double corrected = m / (1 - Math.pow(0.9, t));
      double root = Math.sqrt(v / (1 - Math.pow(0.999, t)));
      w = w * (1 - RATE * decay) - RATE * corrected / (root + 1e-8);
    }
    return w;
  }

  private static void backward(NDManager manager, Linear linear, float[] input) {
    try (NDManager scratch = manager.newSubManager();
        GradientCollector collector = manager.getEngine().newGradientCollector()) {
      NDArray x = scratch.create(input, new Shape(1, 2));
      NDArray y =
          linear
              .forward(new ParameterStore(manager, false), new NDList(x), true)
              .singletonOrThrow();
      collector.backward(y.sum());
    }
  }
}
