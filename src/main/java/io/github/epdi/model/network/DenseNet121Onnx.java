package io.github.epdi.model.network;

import java.util.ArrayList;
import java.util.List;

/** Adds {@link DenseNet121} to a graph of ONNX, layer by layer as torchvision has it. */
final class DenseNet121Onnx {
  private static final Convolution.Kernel STEM = new Convolution.Kernel(7, 2, 3);

  private final OnnxLayers layers;

  DenseNet121Onnx(OnnxLayers layers) {
    this.layers = layers;
  }

  /**
   * Adds the network up to its features.
   *
   * @param images name of the images, (N, 3, P, P)
   * @param counts number of layers of each dense block
   * @return name of the features, (N, F)
   */
  String features(String images, int[] counts) {
    String stem = layers.convolution("features.conv0", images, STEM);
    String x = layers.largest("features.pool0", normalisedRelu("features.norm0", stem), 3, 1);
    for (int i = 0; i < counts.length; i++) {
      x = denseBlock("features.denseblock" + (i + 1), x, counts[i]);
      if (i + 1 < counts.length) {
        x = transition("features.transition" + (i + 1), x);
      }
    }
    return layers.meanOfAll(normalisedRelu("features.norm5", x));
  }

  private String denseBlock(String name, String input, int count) {
    List<String> known = new ArrayList<>(List.of(input));
    String joined = input;
    for (int i = 1; i <= count; i++) {
      String layer = name + ".denselayer" + i;
      String first = normalisedRelu(layer + ".norm1", joined);
      String narrow = layers.convolution(layer + ".conv1", first, Convolution.Kernel.POINT);
      String second = normalisedRelu(layer + ".norm2", narrow);
      known.add(layers.convolution(layer + ".conv2", second, Convolution.Kernel.NEIGHBOURS));
      joined = layers.joined(layer + ".joined", known);
    }
    return joined;
  }

  private String transition(String name, String input) {
    String first = normalisedRelu(name + ".norm", input);
    String mixed = layers.convolution(name + ".conv", first, Convolution.Kernel.POINT);
    return layers.meanOfFour(name + ".pool", mixed);
  }

  private String normalisedRelu(String name, String input) {
    return layers.relu(layers.normalisation(name, input));
  }
}
