package io.github.epdi.model.network;

/** Adds {@link ResNet50} to a graph of ONNX, layer by layer as torchvision has it. */
final class ResNet50Onnx {
  private final OnnxLayers layers;

  ResNet50Onnx(OnnxLayers layers) {
    this.layers = layers;
  }

  /**
   * Adds the network up to its features.
   *
   * @param images name of the images, (N, 3, P, P)
   * @return name of the features, (N, F)
   */
  String features(String images) {
    String stem = layers.convolution("conv1", images, ResNet50.STEM);
    String x = layers.largest("maxpool", layers.relu(layers.normalisation("bn1", stem)), 3, 1);
    for (int i = 0; i < ResNet50.BOTTLENECKS.length; i++) {
      for (int j = 0; j < ResNet50.BOTTLENECKS[i]; j++) {
        x = bottleneck("layer" + (i + 1) + "." + j, x, i > 0 && j == 0 ? 2 : 1);
      }
    }
    return layers.meanOfAll(x);
  }

  /** Adds a bottleneck; where the file has a convolution that fits the input, with that. */
  private String bottleneck(String name, String input, int stride) {
    String narrow = layers.relu(numbered(name, 1, input, Convolution.Kernel.POINT));
    String looked = layers.relu(numbered(name, 2, narrow, Bottleneck.looking(stride)));
    String wide = numbered(name, 3, looked, Convolution.Kernel.POINT);
    String fit = name + ".downsample";
    String shortcut = layers.has(fit + ".0") ? fitted(fit, input, stride) : input;
    return layers.relu(layers.sum(name + ".sum", wide, shortcut));
  }

  private String fitted(String name, String input, int stride) {
    String fitted = layers.convolution(name + ".0", input, Bottleneck.fitting(stride));
    return layers.normalisation(name + ".1", fitted);
  }

  private String numbered(String name, int number, String input, Convolution.Kernel kernel) {
    String convolved = layers.convolution(name + ".conv" + number, input, kernel);
    return layers.normalisation(name + ".bn" + number, convolved);
  }
}
