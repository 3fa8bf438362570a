package io.github.epdi.model.network;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;

/**
 * A convolution and its normalisation. For prediction the normalisation is a fixed scale and shift
 * of each channel. It may be folded into the convolution's weights, which saves a pass over the
 * largest arrays.
 */
final class NormalisedConvolution {
  private final Convolution convolution;
  private final Normalisation normalisation;
  private NDArray foldedWeight;
  private NDArray foldedBias;

  NormalisedConvolution(Convolution convolution, Normalisation normalisation) {
    this.convolution = convolution;
    this.normalisation = normalisation;
  }

  /** Folds the parameters as they are now, which must not change afterwards. */
  void fold() {
    try (NDArray scale = normalisation.scale();
        NDArray perOutput = scale.reshape(-1, 1, 1, 1)) {
      foldedWeight = convolution.weight().mul(perOutput);
      foldedBias = normalisation.shift(scale);
    }
  }

  /** Applies convolution and normalisation. The input stays open. */
  NDArray apply(ForwardPass pass, NDArray input) {
    if (foldedWeight != null && !pass.isTraining()) {
      return convolution.apply(input, foldedWeight, foldedBias);
    }
    try (NDArray convolved = convolution.apply(pass, input)) {
      return normalisation.apply(pass, convolved);
    }
  }

  /** Applies convolution and normalisation, then cuts off below zero. The input stays open. */
  NDArray applyRelu(ForwardPass pass, NDArray input) {
    try (NDArray normalised = apply(pass, input)) {
      return Activation.relu(normalised);
    }
  }

  /** Applies convolution and normalisation and closes the input. */
  NDArray replace(ForwardPass pass, NDArray input) {
    try (input) {
      return apply(pass, input);
    }
  }

  /**
   * Applies convolution and normalisation, then cuts off below zero. The input is closed before the
   * cut makes another array of its size.
   */
  NDArray replaceRelu(ForwardPass pass, NDArray input) {
    try (NDArray normalised = replace(pass, input)) {
      return Activation.relu(normalised);
    }
  }
}
