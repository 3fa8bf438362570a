package io.github.epdi.model.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.pooling.Pool;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;

/**
 * The poolings that the networks use, from (N, C, H, W) to (N, C, H', W'). Each closes its input.
 */
final class Pooling {
  private static final boolean CEILING = true;
  private static final boolean COUNTS_PADDING = true;

  private Pooling() {}

  /** Takes the largest of 3 x 3 pixels at every second pixel, with one pixel of padding. */
  static NDArray largestOfNine(NDArray input) {
    try (input) {
      return Pool.maxPool2d(input, new Shape(3, 3), new Shape(2, 2), new Shape(1, 1), !CEILING);
    }
  }

  /** Takes the largest of 2 x 2 pixels at every second pixel. */
  static NDArray largestOfFour(NDArray input) {
    try (input) {
      return Pool.maxPool2d(input, new Shape(2, 2), new Shape(2, 2), new Shape(0, 0), !CEILING);
    }
  }

  /**
   * Takes means over cells that cover the image, as torch's adaptive pooling. The result is (N, C,
   * cells, cells).
   */
  static NDArray meanTo(int cells, NDArray input) {
    try (input) {
      return JniUtils.adaptiveAvgPool((PtNDArray) input, new Shape(cells, cells));
    }
  }

  /** Takes the mean of 2 x 2 pixels at every second pixel. */
  static NDArray meanOfFour(NDArray input) {
    try (input) {
      return Pool.avgPool2d(
          input, new Shape(2, 2), new Shape(2, 2), new Shape(0, 0), !CEILING, COUNTS_PADDING);
    }
  }

  /** Takes the mean over all pixels. The result is (N, C). */
  static NDArray meanOfAll(NDArray input) {
    try (input) {
      return Pool.globalAvgPool2d(input);
    }
  }
}
