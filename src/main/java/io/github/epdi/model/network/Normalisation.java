package io.github.epdi.model.network;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import ai.djl.nn.Parameter;
import ai.djl.nn.norm.BatchNorm;

/**
 * Batch normalisation over the channels of (N, C, H, W), with running statistics (Ioffe and
 * Szegedy, arXiv 1502.03167).
 */
final class Normalisation {
  private static final float EPSILON = 1e-5f;

  /** Share of the old running statistics that is kept: torch's momentum of 0.1. */
  private static final float KEPT = 0.9f;

  private static final int CHANNEL_AXIS = 1;

  private final String name;
  private final Parameter weight;
  private final Parameter bias;
  private final Parameter runningMean;
  private final Parameter runningVar;

  Normalisation(Network network, String name, int channels) {
    this.name = name;
    this.weight = network.parameter(name + ".weight", Parameter.Type.GAMMA, channels);
    this.bias = network.parameter(name + ".bias", Parameter.Type.BETA, channels);
    this.runningMean =
        network.parameter(name + ".running_mean", Parameter.Type.RUNNING_MEAN, channels);
    this.runningVar =
        network.parameter(name + ".running_var", Parameter.Type.RUNNING_VAR, channels);
  }

  /** Normalises the input, which stays open. */
  NDArray apply(ForwardPass pass, NDArray input) {
    NDArray output =
        BatchNorm.batchNorm(
                input,
                pass.value(runningMean),
                pass.value(runningVar),
                pass.value(weight),
                pass.value(bias),
                CHANNEL_AXIS,
                KEPT,
                EPSILON,
                pass.learnsStatistics())
            .singletonOrThrow();
    return pass.stage(name, output);
  }

  /** Normalises the input, which stays open, and then cuts off below zero. */
  NDArray applyRelu(ForwardPass pass, NDArray input) {
    try (NDArray normalised = apply(pass, input)) {
      return Activation.relu(normalised);
    }
  }

  /**
   * Normalises and cuts off below zero. The input is closed before the cut makes another array of
   * its size.
   */
  NDArray replaceRelu(ForwardPass pass, NDArray input) {
    NDArray normalised;
    try (input) {
      normalised = apply(pass, input);
    }
    try (normalised) {
      return Activation.relu(normalised);
    }
  }

  /**
   * Returns what each channel is multiplied by outside training, weight / sqrt(variance + epsilon).
   */
  NDArray scale() {
    try (NDArray variance = runningVar.getArray().add(EPSILON);
        NDArray deviation = variance.sqrt()) {
      return weight.getArray().div(deviation);
    }
  }

  /** Returns what is then added to each channel, bias - mean * scale. */
  NDArray shift(NDArray scale) {
    try (NDArray moved = runningMean.getArray().mul(scale)) {
      return bias.getArray().sub(moved);
    }
  }
}
