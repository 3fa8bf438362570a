package io.github.epdi.model.network;

import java.util.List;

/**
 * Adds {@link Vgg16} to a graph of ONNX.
 *
 * <p>ONNX has no pooling to a given number of cells. Up to 224 pixels it goes into the first linear
 * layer's weights, as in {@link Vgg16Script}, which also makes the file smaller; above, two
 * matrices of shares do it.
 */
final class Vgg16Onnx {
  private final OnnxLayers layers;
  private int pixels;

  /**
   * Prepares the network.
   *
   * @param pixels along an image's side
   */
  Vgg16Onnx(OnnxLayers layers, int pixels) {
    this.layers = layers;
    this.pixels = pixels;
  }

  /**
   * Adds the network up to its features.
   *
   * @param images name of the images, (N, 3, P, P)
   * @return name of the features, (N, F)
   */
  String features(String images) {
    String x = images;
    int channels = 0;
    int number = 0;
    for (int[] group : Vgg16.CHANNELS) {
      for (int width : group) {
        x = layers.convolution("features." + number, x, Convolution.Kernel.NEIGHBOURS);
        x = layers.relu(x);
        channels = width;
        number += 2;
      }
      x = layers.largest("features." + number, x, 2, 0);
      pixels /= 2;
      number++;
    }
    if (pixels > Vgg16.POOLED) {
      x = layers.meanTo(Vgg16.POOLED, x, pixels);
      pixels = Vgg16.POOLED;
    }
    PooledWeights pooling = new PooledWeights(Vgg16.POOLED, pixels);
    String first =
        layers.made(
            "classifier.0.weight",
            List.of(Vgg16.WIDTH, channels * pixels * pixels),
            () -> pooling.of(layers.floats("classifier.0.weight")));
    String hidden = layers.relu(layers.linear("classifier.0", layers.flat(x), first));
    return layers.relu(layers.linear("classifier.3", hidden));
  }
}
