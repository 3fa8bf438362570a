package io.github.epdi.model.network;

import io.github.epdi.model.safetensors.TensorSource;
import io.github.epdi.model.torch.Precision;

/**
 * Writes the prediction of {@link Vgg16} for libtorch. It equals the block in exact arithmetic.
 *
 * <p>Images of up to 224 pixels leave at most 7 x 7 pixels before the linear layers, and the
 * pooling to 7 x 7 only repeats and averages them. That is linear, so it goes into the first linear
 * layer's weights, which become a convolution over what is left. For images of 64 pixels this is 2
 * x 2, with a twelfth of the weights. The first convolution is float32 in every precision.
 */
final class Vgg16Script {
  private final InferenceScript script;
  private final TensorSource tensors;
  private final String prefix;
  private int pixels;
  private int channels = 3;

  private Vgg16Script(InferenceScript script, TensorSource tensors, String prefix, int pixels) {
    this.script = script;
    this.tensors = tensors;
    this.prefix = prefix;
    this.pixels = pixels;
  }

  /**
   * Writes the program.
   *
   * @param precision precision of all but the first convolution
   * @param pixels along an image's side
   * @return the program
   */
  static byte[] write(
      InferenceScript script,
      TensorSource tensors,
      String prefix,
      Precision precision,
      int pixels) {
    return new Vgg16Script(script, tensors, prefix, pixels).write(precision);
  }

  private byte[] write(Precision precision) {
    int number = 0;
    for (int[] group : Vgg16.CHANNELS) {
      for (int width : group) {
        String name = "features." + number;
        line(floats(name + ".weight"), name, width, Convolution.Kernel.NEIGHBOURS);
        script.goOnIn(precision);
        number += 2;
      }
      script.line("y = torch.max_pool2d(y, [2, 2], [2, 2], [0, 0], [1, 1], False)");
      pixels /= 2;
      number++;
    }
    linearLayers();
    return script.archive("torch.flatten(y, 1, -1)");
  }

  private void linearLayers() {
    if (pixels > Vgg16.POOLED) {
      script.line("y = torch.adaptive_avg_pool2d(y, [%d, %d])", Vgg16.POOLED, Vgg16.POOLED);
      pixels = Vgg16.POOLED;
    }
    float[] first = new PooledWeights(Vgg16.POOLED, pixels).of(floats("classifier.0.weight"));
    line(first, "classifier.0", Vgg16.WIDTH, new Convolution.Kernel(pixels, 1, 0));
    line(floats("classifier.3.weight"), "classifier.3", Vgg16.WIDTH, Convolution.Kernel.POINT);
  }

  /** Writes a convolution with its bias and a cut below zero. */
  private void line(float[] weight, String name, int outputs, Convolution.Kernel kernel) {
    InferenceScript.Weights weights =
        new InferenceScript.Weights(weight, floats(name + ".bias"), outputs, channels);
    script.line(
        "y = %s",
        script.convolution("y", pixels, kernel, weights, InferenceScript.Activation.RELU));
    channels = outputs;
    pixels = kernel.outputPixels(pixels);
  }

  private float[] floats(String name) {
    return tensors.floats(prefix + name);
  }
}
