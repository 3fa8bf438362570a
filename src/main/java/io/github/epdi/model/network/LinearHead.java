package io.github.epdi.model.network;

import io.github.epdi.model.safetensors.ModelFormatException;
import io.github.epdi.model.safetensors.TensorSource;
import java.util.List;

/**
 * A network's last layer, computed in double precision and in one order of summation, so that a
 * prediction does not depend on how a matrix product is blocked for the batch.
 */
public final class LinearHead {
  private final float[] weight;
  private final float bias;

  private LinearHead(float[] weight, float bias) {
    this.weight = weight;
    this.bias = bias;
  }

  /**
   * Reads the last layer of a network with one output.
   *
   * @param prefix what stands before the names of the tensors
   * @throws ModelFormatException if the tensors have more outputs
   */
  public static LinearHead of(Architecture architecture, TensorSource tensors, String prefix) {
    List<String> names = architecture.headTensors();
    float[] bias = tensors.floats(prefix + names.get(1));
    if (bias.length != 1) {
      throw new ModelFormatException(
          "Cannot predict with tensor "
              + prefix
              + names.get(1)
              + ": expected one output, found "
              + bias.length);
    }
    return new LinearHead(tensors.floats(prefix + names.get(0)), bias[0]);
  }

  /** Returns the output for one row of (N, F) features. */
  public double output(float[] features, int row) {
    double sum = bias;
    int offset = row * weight.length;
    for (int i = 0; i < weight.length; i++) {
      sum += (double) weight[i] * features[offset + i];
    }
    return sum;
  }
}
