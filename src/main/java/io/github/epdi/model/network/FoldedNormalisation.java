package io.github.epdi.model.network;

import io.github.epdi.model.safetensors.TensorSource;
import io.github.epdi.model.torch.Precision;

/**
 * A batch normalisation with fixed statistics, y = scale x + shift for each channel, and the ways
 * to fold it into convolutions ahead of time.
 *
 * <p>Followed by a cut below zero it is relu(scale x + shift) = scale (max(x, c) - c) with c =
 * -shift / scale (min in place of max where scale is negative). The factor and the constant go into
 * the next convolution's weights and bias, so that one pass over the channels is left, a clamp.
 */
final class FoldedNormalisation {
  /** A channel that is scaled by less than this is constant. */
  private static final double CONSTANT = 1e-12;

  /** What is added to a variance, as torchvision does. */
  static final double EPSILON = 1e-5;

  private final double[] scale;
  private final double[] shift;

  private FoldedNormalisation(double[] scale, double[] shift) {
    this.scale = scale;
    this.shift = shift;
  }

  /**
   * Makes the normalisation of a module from the tensors of a file.
   *
   * @param name name of the module
   */
  static FoldedNormalisation of(TensorSource tensors, String name) {
    float[] weight = tensors.floats(name + ".weight");
    float[] bias = tensors.floats(name + ".bias");
    float[] mean = tensors.floats(name + ".running_mean");
    float[] variance = tensors.floats(name + ".running_var");
    double[] scale = new double[weight.length];
    double[] shift = new double[weight.length];
    for (int i = 0; i < scale.length; i++) {
      scale[i] = weight[i] / Math.sqrt(variance[i] + EPSILON);
      shift[i] = bias[i] - mean[i] * scale[i];
    }
    return new FoldedNormalisation(scale, shift);
  }

  int channels() {
    return scale.length;
  }

  float[] scale() {
    return floats(scale);
  }

  float[] shift() {
    return floats(shift);
  }

  /** Returns the lower ends of the clamp by channel, minus infinity where a channel has none. */
  float[] lower(Precision precision) {
    return limits(precision, 1);
  }

  /** Returns the upper ends of the clamp by channel, or null if no channel has one. */
  float[] upper(Precision precision) {
    for (int i = 0; i < scale.length; i++) {
      if (!isConstant(i) && scale[i] < 0) {
        return limits(precision, -1);
      }
    }
    return null;
  }

  private float[] limits(Precision precision, int sign) {
    float[] limits = new float[scale.length];
    for (int i = 0; i < limits.length; i++) {
      boolean bounds = !isConstant(i) && sign * scale[i] > 0;
      limits[i] = bounds ? corner(precision, i) : -sign * Float.POSITIVE_INFINITY;
    }
    return limits;
  }

  private float corner(Precision precision, int channel) {
    return precision.round((float) (-shift[channel] / scale[channel]));
  }

  private boolean isConstant(int channel) {
    return Math.abs(scale[channel]) < CONSTANT;
  }

  /**
   * Returns the point convolution that follows this normalisation and its cut, for clamped input.
   *
   * @param weight (outputs, channels)
   * @param next the normalisation of the convolution's outputs, or null
   */
  InferenceScript.Weights before(float[] weight, FoldedNormalisation next, Precision precision) {
    int inputs = scale.length;
    int outputs = weight.length / inputs;
    float[] values = new float[weight.length];
    float[] bias = new float[outputs];
    boolean[] constant = new boolean[inputs];
    double[] corners = new double[inputs];
    boolean exact = precision == Precision.FLOAT32;
    for (int i = 0; i < inputs; i++) {
      constant[i] = isConstant(i);
      corners[i] = constant[i] ? 0 : corner(precision, i);
    }
    for (int o = 0; o < outputs; o++) {
      double factor = next == null ? 1 : next.scale[o];
      double sum = next == null ? 0 : next.shift[o];
      for (int i = 0; i < inputs; i++) {
        int at = o * inputs + i;
        if (constant[i]) {
          sum += weight[at] * factor * Math.max(0, shift[i]);
        } else {
          // The sum takes the numbers as they are rounded, so that what is cut off cancels.
          float value = (float) (weight[at] * factor * scale[i]);
          values[at] = exact ? value : precision.round(value);
          sum -= values[at] * corners[i];
        }
      }
      bias[o] = (float) sum;
    }
    return new InferenceScript.Weights(values, bias, outputs, inputs);
  }

  /**
   * Returns a convolution with this normalisation of its outputs folded in.
   *
   * @param weight (channels, inputs, size, size)
   */
  InferenceScript.Weights after(float[] weight, int inputs) {
    float[] values = new float[weight.length];
    int perOutput = weight.length / scale.length;
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (weight[i] * scale[i / perOutput]);
    }
    return new InferenceScript.Weights(values, shift(), scale.length, inputs);
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }
}
