package io.github.epdi.model;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;

/**
 * A convolution, its normalisation, and the cut below zero. For prediction the normalisation, then
 * a fixed scale and shift of each channel, may be folded into the convolution's weights, which
 * saves a pass over the largest arrays.
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

  /** Folds what the parameters are now; they must not change afterwards. */
  void fold() {
    try (NDArray scale = normalisation.scale();
        NDArray perOutput = scale.reshape(-1, 1, 1, 1)) {
      foldedWeight = convolution.weight().mul(perOutput);
      foldedBias = normalisation.shift(scale);
    }
  }

  /** Applies itself and closes the input. */
  NDArray replace(ForwardPass pass, NDArray input) {
    if (foldedWeight == null || pass.training()) {
      return normalisation.replaceRelu(pass, convolution.replace(pass, input));
    }
    try (input;
        NDArray normalised = convolution.apply(input, foldedWeight, foldedBias)) {
      return Activation.relu(normalised);
    }
  }
}
