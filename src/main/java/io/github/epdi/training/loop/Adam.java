package io.github.epdi.training.loop;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Adam (Kingma and Ba, arXiv 1412.6980) with decoupled weight decay (Loshchilov and Hutter, arXiv
 * 1711.05101). Unlike the library's optimiser it gives access to its moments, so that a run can
 * continue after a kill as if nothing had happened.
 *
 * <p>Step t with gradient g, rate r, decay d: m = 0.9 m + 0.1 g; v = 0.999 v + 0.001 g^2; w = (1 -
 * r d) w - r sqrt(1 - 0.999^t) / (1 - 0.9^t) m / (sqrt(v) + 1e-8).
 */
final class Adam {
  private static final float BETA1 = 0.9f;
  private static final float BETA2 = 0.999f;
  private static final float EPSILON = 1e-8f;
  private static final float NO_CLIPPING = -1;
  private static final boolean LAZY = true;
  private static final boolean DECOUPLED = true;

  /** A tensor that is trained, with its moments. */
  private record Trained(Parameter parameter, NDArray mean, NDArray square, double share) {}

  private final Map<String, Trained> trained = new LinkedHashMap<>();
  private final double weightDecay;
  private long steps;

  /**
   * Starts with moments of zero.
   *
   * @param manager holds the moments
   * @param weights tensors of the block, of which only those that have a gradient are changed
   * @param weightDecay decay of tensors with two or more axes
   * @param firstLayerShare rate of the first tensor as a share of the last one's; between them it
   *     grows by the same factor from tensor to tensor
   */
  Adam(NDManager manager, BlockWeights weights, double weightDecay, double firstLayerShare) {
    this.weightDecay = weightDecay;
    int last = weights.parameters().size() - 1;
    int at = 0;
    for (Map.Entry<String, Parameter> entry : weights.parameters().entrySet()) {
      Parameter parameter = entry.getValue();
      if (parameter.requiresGradient()) {
        Shape shape = parameter.getArray().getShape();
        double share = last == 0 ? 1 : Math.pow(firstLayerShare, 1 - (double) at / last);
        NDArray mean = manager.zeros(shape);
        trained.put(entry.getKey(), new Trained(parameter, mean, manager.zeros(shape), share));
      }
      at++;
    }
  }

  long steps() {
    return steps;
  }

  /** Changes all weights by their gradients and sets the gradients to zero. */
  void step(double rate) {
    steps++;
    double corrected =
        rate
            * Math.sqrt(1 - Math.pow(BETA2, (double) steps))
            / (1 - Math.pow(BETA1, (double) steps));
    for (Trained tensor : trained.values()) {
      NDArray weight = tensor.parameter().getArray();
      double decay = weight.getShape().dimension() > 1 ? weightDecay : 0;
      try (NDArray gradient = weight.getGradient()) {
        weight
            .getNDArrayInternal()
            .adamUpdate(
                new NDList(weight, gradient, tensor.mean(), tensor.square()),
                new NDList(weight),
                (float) (rate * tensor.share()),
                (float) (corrected * tensor.share()),
                (float) decay,
                1f,
                NO_CLIPPING,
                BETA1,
                BETA2,
                EPSILON,
                !LAZY,
                DECOUPLED);
      }
    }
  }

  /**
   * Returns a copy of the moments. Their names are those of the tensors after "mean/" or "square/".
   */
  Map<String, float[]> moments() {
    Map<String, float[]> moments = new HashMap<>();
    trained.forEach(
        (name, tensor) -> {
          moments.put("mean/" + name, tensor.mean().toFloatArray());
          moments.put("square/" + name, tensor.square().toFloatArray());
        });
    return moments;
  }

  /** Continues from moments that {@link #moments} gave after so many steps. */
  void restore(Map<String, float[]> moments, long stepsTaken) {
    trained.forEach(
        (name, tensor) -> {
          tensor.mean().set(FloatBuffer.wrap(moments.get("mean/" + name)));
          tensor.square().set(FloatBuffer.wrap(moments.get("square/" + name)));
        });
    steps = stepsTaken;
  }
}
