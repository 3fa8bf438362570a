package io.github.epdi.model.network;

import ai.djl.ndarray.types.Shape;

/**
 * Checks the shape of the images that the networks take, (N, 3, P, P) with P large enough for five
 * halvings.
 */
final class ImageShape {
  private static final int SMALLEST_PIXELS = 32;

  private ImageShape() {}

  static void check(Architecture architecture, Shape shape) {
    if (shape.dimension() != 4
        || shape.get(1) != 3
        || shape.get(2) != shape.get(3)
        || shape.get(2) < SMALLEST_PIXELS) {
      throw new IllegalArgumentException(
          "Cannot run "
              + architecture.id()
              + " on images: expected (N, 3, P, P) with P >= "
              + SMALLEST_PIXELS
              + ", found "
              + shape);
    }
  }
}
