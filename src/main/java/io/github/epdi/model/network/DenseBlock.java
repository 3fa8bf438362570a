package io.github.epdi.model.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import java.util.ArrayList;
import java.util.List;

/** Layers of which each sees the block's input and the outputs of all layers before it. */
final class DenseBlock {
  private static final int GROWTH = 32;
  private static final int BOTTLENECK = 4 * GROWTH;

  private final List<DenseLayer> layers = new ArrayList<>();
  private final int outputs;

  DenseBlock(Network network, String name, int inputs, int count) {
    for (int i = 0; i < count; i++) {
      layers.add(new DenseLayer(network, name + ".denselayer" + (i + 1), inputs + i * GROWTH));
    }
    outputs = inputs + count * GROWTH;
  }

  /** Returns the number of output channels. */
  int outputs() {
    return outputs;
  }

  /** See {@link Network#fold}. */
  void fold() {
    layers.forEach(layer -> layer.bottleneck.fold());
  }

  /** Maps (N, C, H, W) to (N, C + 32 layers, H, W) and closes the input. */
  NDArray replace(ForwardPass pass, NDArray input) {
    NDArray known = input;
    for (DenseLayer layer : layers) {
      try (NDArray before = known;
          NDArray made = layer.apply(pass, before)) {
        known = NDArrays.concat(new NDList(before, made), 1);
      }
    }
    return known;
  }

  /** A bottleneck to 128 channels, then a convolution to 32 new ones. The input stays open. */
  private static final class DenseLayer {
    private final String name;
    private final Normalisation norm1;
    private final NormalisedConvolution bottleneck;
    private final Convolution conv2;

    DenseLayer(Network network, String name, int inputs) {
      this.name = name;
      norm1 = new Normalisation(network, name + ".norm1", inputs);
      Convolution conv1 =
          new Convolution(network, name + ".conv1", inputs, BOTTLENECK, Convolution.Kernel.POINT);
      Normalisation norm2 = new Normalisation(network, name + ".norm2", BOTTLENECK);
      bottleneck = new NormalisedConvolution(conv1, norm2);
      conv2 =
          new Convolution(
              network, name + ".conv2", BOTTLENECK, GROWTH, Convolution.Kernel.NEIGHBOURS);
    }

    NDArray apply(ForwardPass pass, NDArray input) {
      NDArray narrow = bottleneck.replaceRelu(pass, norm1.applyRelu(pass, input));
      NDArray made = conv2.replace(pass, narrow);
      return pass.stage(name, made);
    }
  }
}
