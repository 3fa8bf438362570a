package io.github.epdi.training.pretraining;

import io.github.epdi.model.network.Network;
import io.github.epdi.structure.InputException;
import io.github.epdi.training.loop.StartWeights;

/** The last layer of a pretraining: outputs o = W f + b of features f. */
public final class PretrainedHead {
  private final float[] weight;
  private final float[] bias;

  private PretrainedHead(float[] weight, float[] bias) {
    this.weight = weight;
    this.bias = bias;
  }

  /**
   * Takes the last layer of the weights that a training begins with.
   *
   * @throws InputException if there are none
   */
  public static PretrainedHead of(StartWeights start, Network network) {
    if (start.tensors() == null) {
      throw new InputException(
          "Cannot begin with the outputs of a pretraining: expected weights of one, found none");
    }
    return new PretrainedHead(
        start.tensors().floats(network.headTensors().get(0)),
        start.tensors().floats(network.headTensors().get(1)));
  }

  /** Returns W f + b. */
  double[] outputs(double[] features) {
    double[] outputs = new double[bias.length];
    for (int k = 0; k < outputs.length; k++) {
      double sum = bias[k];
      for (int i = 0; i < features.length; i++) {
        sum += (double) weight[k * features.length + i] * features[i];
      }
      outputs[k] = sum;
    }
    return outputs;
  }

  /**
   * Returns weights of features that give the same as these weights of outputs, except for a
   * constant.
   */
  double[] back(double[] weights) {
    int width = weight.length / bias.length;
    double[] features = new double[width];
    for (int k = 0; k < bias.length; k++) {
      for (int i = 0; i < width; i++) {
        features[i] += weights[k] * weight[k * width + i];
      }
    }
    return features;
  }

  /** Returns the constant that {@link #back} leaves out. */
  double bias(double[] weights) {
    double sum = 0;
    for (int k = 0; k < bias.length; k++) {
      sum += weights[k] * bias[k];
    }
    return sum;
  }
}
