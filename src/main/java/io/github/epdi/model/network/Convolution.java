package io.github.epdi.model.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.nn.convolutional.Conv2d;

/**
 * A square two-dimensional convolution from (N, C, H, W) to (N, F, H', W'), mostly without bias.
 */
final class Convolution {
  private final String name;
  private final Parameter weight;
  private final Parameter bias;
  private final Shape stride;
  private final Shape padding;

  /** Geometry of the kernel, in pixels. */
  record Kernel(int size, int stride, int padding) {
    /** The kernel that looks at one pixel. */
    static final Kernel POINT = new Kernel(1, 1, 0);

    /** The kernel that looks at a pixel and its eight neighbours, and keeps the image's size. */
    static final Kernel NEIGHBOURS = new Kernel(3, 1, 1);

    /** Returns the number of pixels along a side of the output, for an input of so many. */
    int outputPixels(int pixels) {
      return (pixels + 2 * padding - size) / stride + 1;
    }
  }

  /** Tells whether a learned number is added to each output channel. */
  enum Bias {
    NONE,
    LEARNED
  }

  Convolution(Network network, String name, int inputs, int outputs, Kernel kernel) {
    this(network, name, inputs, outputs, kernel, Bias.NONE);
  }

  Convolution(Network network, String name, int inputs, int outputs, Kernel kernel, Bias biased) {
    this.name = name;
    this.weight =
        network.parameter(
            name + ".weight", Parameter.Type.WEIGHT, outputs, inputs, kernel.size(), kernel.size());
    this.bias =
        biased == Bias.LEARNED
            ? network.parameter(name + ".bias", Parameter.Type.BIAS, outputs)
            : null;
    this.stride = new Shape(kernel.stride(), kernel.stride());
    this.padding = new Shape(kernel.padding(), kernel.padding());
  }

  /** Applies the convolution and closes the input. */
  NDArray replace(ForwardPass pass, NDArray input) {
    try (input) {
      return apply(pass, input);
    }
  }

  /** Applies the convolution. The input stays open. */
  NDArray apply(ForwardPass pass, NDArray input) {
    NDArray added = bias == null ? null : pass.value(bias);
    return pass.stage(name, apply(input, pass.value(weight), added));
  }

  /** Applies other weights of the same geometry, with a bias or null. The input stays open. */
  NDArray apply(NDArray input, NDArray otherWeight, NDArray bias) {
    return Conv2d.conv2d(input, otherWeight, bias, stride, padding).singletonOrThrow();
  }

  /** Returns the weights as they are now, which the caller must not close. */
  NDArray weight() {
    return weight.getArray();
  }
}
