package io.github.epdi.model;

import io.github.epdi.model.torch.ComputeDevice;

/** Decides how many images go through a network at a time where nothing is said of it. */
public final class BatchSize {
  /**
   * Total pixels of a batch on a processor. It was measured with DenseNet121 and images of 32, 64,
   * 96 and 224 pixels on one and two threads, and gave the best batch size there or one within the
   * noise of it.
   */
  private static final int PIXELS = 100_000;

  private static final int LEAST = 2;
  private static final int MOST = 32;

  /**
   * Images of a batch on a graphics processor. The number was not measured. A pass of few images
   * costs a graphics processor as much as one of many.
   */
  private static final int OF_GRAPHICS_PROCESSORS = 64;

  private BatchSize() {}

  /**
   * Returns the standard batch size for a kind of device.
   *
   * @param pixels along an edge of an image
   */
  public static int of(ComputeDevice.Kind kind, int pixels) {
    return switch (kind) {
      case CPU ->
          Math.min(MOST, Math.max(LEAST, Integer.highestOneBit(PIXELS / (pixels * pixels))));
      case GPU -> OF_GRAPHICS_PROCESSORS;
    };
  }
}
