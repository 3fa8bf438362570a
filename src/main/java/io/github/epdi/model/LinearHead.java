package io.github.epdi.model;

/**
 * A network's last layer in double precision and one order of summation, so that a prediction does
 * not depend on how a matrix product is blocked for the batch.
 */
final class LinearHead {
  private final float[] weight;
  private final float bias;

  private LinearHead(float[] weight, float bias) {
    this.weight = weight;
    this.bias = bias;
  }

  static LinearHead of(Network network, Safetensors tensors, String prefix) {
    return new LinearHead(
        tensors.floats(prefix + network.headTensors().get(0)),
        tensors.floats(prefix + network.headTensors().get(1))[0]);
  }

  /** Output for one row of (N, F) features. */
  double output(float[] features, int row) {
    double sum = bias;
    int offset = row * weight.length;
    for (int i = 0; i < weight.length; i++) {
      sum += (double) weight[i] * features[offset + i];
    }
    return sum;
  }
}
