package io.github.epdi.model.network;

import io.github.epdi.model.safetensors.TensorSource;
import io.github.epdi.model.torch.Precision;

/**
 * Writes the prediction of {@link ResNet50} for libtorch. It equals the block in exact arithmetic.
 * All normalisations are folded into the convolutions before them. The first convolution and the
 * mean at the end are float32 in every precision.
 */
final class ResNet50Script {
  private final InferenceScript script;
  private final TensorSource tensors;
  private final String prefix;
  private int pixels;
  private int channels;

  private ResNet50Script(InferenceScript script, TensorSource tensors, String prefix, int pixels) {
    this.script = script;
    this.tensors = tensors;
    this.prefix = prefix;
    this.pixels = pixels;
  }

  /**
   * Writes the program.
   *
   * @param precision precision of the bottlenecks
   * @param pixels along an image's side
   * @return the program
   */
  static byte[] write(
      InferenceScript script,
      TensorSource tensors,
      String prefix,
      Precision precision,
      int pixels) {
    return new ResNet50Script(script, tensors, prefix, pixels).write(precision);
  }

  private byte[] write(Precision precision) {
    stem();
    script.goOnIn(precision);
    for (int i = 0; i < ResNet50.BOTTLENECKS.length; i++) {
      for (int j = 0; j < ResNet50.BOTTLENECKS[i]; j++) {
        bottleneck("layer" + (i + 1) + "." + j, i > 0 && j == 0 ? 2 : 1);
      }
    }
    script.goOnIn(Precision.FLOAT32);
    return script.archive("torch.mean(y, [2, 3])");
  }

  private void stem() {
    channels = 3;
    line("y", "y", "conv1", "bn1", ResNet50.STEM, InferenceScript.Activation.RELU);
    script.line("y = torch.max_pool2d(y, [3, 3], [2, 2], [1, 1], [1, 1], False)");
    pixels = new Convolution.Kernel(3, 2, 1).outputPixels(pixels);
  }

  private void bottleneck(String name, int stride) {
    int inputs = channels;
    int inputPixels = pixels;
    numbered("z", "y", name, 1, Convolution.Kernel.POINT, InferenceScript.Activation.RELU);
    numbered("z", "z", name, 2, Bottleneck.looking(stride), InferenceScript.Activation.RELU);
    numbered("z", "z", name, 3, Convolution.Kernel.POINT, InferenceScript.Activation.NONE);
    if (inputs != channels) {
      int outputPixels = pixels;
      channels = inputs;
      pixels = inputPixels;
      line(
          "y",
          "y",
          name + ".downsample.0",
          name + ".downsample.1",
          Bottleneck.fitting(stride),
          InferenceScript.Activation.NONE);
      if (pixels != outputPixels) {
        throw new IllegalStateException("Cannot add " + pixels + " to " + outputPixels + " pixels");
      }
    }
    script.line("y = torch.relu_(torch.add_(z, y))");
  }

  private void numbered(
      String to,
      String from,
      String name,
      int number,
      Convolution.Kernel kernel,
      InferenceScript.Activation then) {
    line(to, from, name + ".conv" + number, name + ".bn" + number, kernel, then);
  }

  /** Writes a convolution with its normalisation, from one variable to another. */
  private void line(
      String to,
      String from,
      String convolution,
      String normalisation,
      Convolution.Kernel kernel,
      InferenceScript.Activation then) {
    FoldedNormalisation norm = FoldedNormalisation.of(tensors, prefix + normalisation);
    float[] weight = tensors.floats(prefix + convolution + ".weight");
    InferenceScript.Weights weights = norm.after(weight, channels);
    script.line("%s = %s", to, script.convolution(from, pixels, kernel, weights, then));
    channels = weights.outputs();
    pixels = kernel.outputPixels(pixels);
  }
}
