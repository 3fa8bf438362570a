package io.github.epdi.model.network;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;

/**
 * A residual block. It brings the channels to a narrow width, convolves neighbours, widens the
 * channels, and adds its input. A convolution fits the input where channels or size change.
 */
final class Bottleneck {
  /** The number of output channels for each of the narrow ones. */
  static final int EXPANSION = 4;

  private final NormalisedConvolution narrow;
  private final NormalisedConvolution look;
  private final NormalisedConvolution widen;

  /** The convolution of the input, or null where the input is added as it is. */
  private final NormalisedConvolution shortcut;

  Bottleneck(Network network, String name, int inputs, int width, int stride) {
    int outputs = EXPANSION * width;
    narrow = numbered(network, name, 1, inputs, width, Convolution.Kernel.POINT);
    look = numbered(network, name, 2, width, width, looking(stride));
    widen = numbered(network, name, 3, width, outputs, Convolution.Kernel.POINT);
    shortcut =
        inputs == outputs
            ? null
            : new NormalisedConvolution(
                new Convolution(network, name + ".downsample.0", inputs, outputs, fitting(stride)),
                new Normalisation(network, name + ".downsample.1", outputs));
  }

  /**
   * Returns the kernel of the 3 x 3 convolution, which also halves the image where the block does.
   */
  static Convolution.Kernel looking(int stride) {
    return new Convolution.Kernel(3, stride, 1);
  }

  /** Returns the kernel of the convolution that fits the input. */
  static Convolution.Kernel fitting(int stride) {
    return new Convolution.Kernel(1, stride, 0);
  }

  private static NormalisedConvolution numbered(
      Network network,
      String name,
      int number,
      int inputs,
      int outputs,
      Convolution.Kernel kernel) {
    return new NormalisedConvolution(
        new Convolution(network, name + ".conv" + number, inputs, outputs, kernel),
        new Normalisation(network, name + ".bn" + number, outputs));
  }

  /** See {@link Network#fold}. */
  void fold() {
    narrow.fold();
    look.fold();
    widen.fold();
    if (shortcut != null) {
      shortcut.fold();
    }
  }

  /** Maps (N, C, H, W) to (N, 4 width, H / stride, W / stride) and closes the input. */
  NDArray replace(ForwardPass pass, NDArray input) {
    NDArray wide = widen.replace(pass, look.replaceRelu(pass, narrow.applyRelu(pass, input)));
    try (wide;
        NDArray added = shortcut == null ? input : shortcut.replace(pass, input);
        NDArray sum = wide.add(added)) {
      return Activation.relu(sum);
    }
  }
}
