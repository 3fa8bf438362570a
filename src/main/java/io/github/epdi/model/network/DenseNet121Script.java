package io.github.epdi.model.network;

import io.github.epdi.model.safetensors.TensorSource;
import io.github.epdi.model.torch.Precision;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Writes the prediction of {@link DenseNet121} for libtorch. It equals the block in exact
 * arithmetic.
 *
 * <p>Each dense block has one buffer for all its channels. A layer reads the channels that there
 * are and writes its own behind them, so that nothing is concatenated. A transition takes means
 * before it mixes channels, which needs a quarter of the arithmetic and is allowed because both are
 * linear. The first convolution and what follows the last block are float32 in every precision,
 * because they cost little and, in bfloat16, make most of the error.
 */
final class DenseNet121Script {
  private static final int GROWTH = 32;
  private static final Convolution.Kernel STEM = new Convolution.Kernel(7, 2, 3);

  private final InferenceScript script;
  private final TensorSource tensors;
  private final String prefix;
  private final Precision precision;
  private int pixels;

  private DenseNet121Script(
      InferenceScript script,
      TensorSource tensors,
      String prefix,
      Precision precision,
      int pixels) {
    this.precision = precision;
    this.script = script;
    this.tensors = tensors;
    this.prefix = prefix + "features.";
    this.pixels = pixels;
  }

  /**
   * Writes the program.
   *
   * @param precision precision of the dense blocks
   * @param layers number of layers of each dense block
   * @param pixels along an image's side
   * @return the program
   */
  static byte[] write(
      InferenceScript script,
      TensorSource tensors,
      String prefix,
      Precision precision,
      int[] layers,
      int pixels) {
    return new DenseNet121Script(script, tensors, prefix, precision, pixels).write(layers);
  }

  private byte[] write(int[] layers) {
    int channels = stem();
    script.goOnIn(precision);
    for (int i = 0; i < layers.length; i++) {
      channels = denseBlock("denseblock" + (i + 1), channels, layers[i]);
      if (i + 1 < layers.length) {
        channels = transition("transition" + (i + 1));
      }
    }
    FoldedNormalisation last = normalisation("norm5");
    script.line("y = block");
    script.goOnIn(Precision.FLOAT32);
    script.line(
        "y = torch.relu_(torch.add_(torch.mul(y, %s), %s))",
        script.perChannelFloat32(last.scale()), script.perChannelFloat32(last.shift()));
    return script.archive("torch.mean(y, [2, 3])");
  }

  private int stem() {
    FoldedNormalisation norm = normalisation("norm0");
    InferenceScript.Weights weights = norm.after(weight("conv0"), 3);
    script.line(
        "y = %s", script.convolution("y", pixels, STEM, weights, InferenceScript.Activation.RELU));
    script.line("y = torch.max_pool2d(y, [3, 3], [2, 2], [1, 1], [1, 1], False)");
    pixels = halfRoundedUp(halfRoundedUp(pixels));
    return norm.channels();
  }

  private int denseBlock(String name, int inputs, int layers) {
    int channels = inputs;
    script.line("block = %s", script.empty(inputs + layers * GROWTH, pixels));
    script.line("_ = torch.copy_(torch.slice(block, 1, 0, %d), y)", inputs);
    // Most of the time goes into the weights, so that idle cores take layers too.
    List<DenseLayer> folded =
        IntStream.rangeClosed(1, layers)
            .parallel()
            .mapToObj(i -> denseLayer(name + ".denselayer" + i))
            .toList();
    for (DenseLayer layer : folded) {
      write(layer, channels);
      channels += GROWTH;
    }
    return channels;
  }

  /** The numbers of a layer of a dense block. */
  private record DenseLayer(
      FoldedNormalisation first, InferenceScript.Weights narrow, InferenceScript.Weights grow) {}

  private DenseLayer denseLayer(String name) {
    FoldedNormalisation first = normalisation(name + ".norm1");
    FoldedNormalisation second = normalisation(name + ".norm2");
    InferenceScript.Weights narrow =
        first.before(weight(name + ".conv1"), second, script.precision());
    InferenceScript.Weights grow =
        new InferenceScript.Weights(weight(name + ".conv2"), null, GROWTH, narrow.outputs());
    return new DenseLayer(first, narrow, grow);
  }

  private void write(DenseLayer layer, int channels) {
    clamp("torch.slice(block, 1, 0, " + channels + ")", layer.first());
    convolution(Convolution.Kernel.POINT, layer.narrow(), InferenceScript.Activation.RELU);
    convolution(Convolution.Kernel.NEIGHBOURS, layer.grow(), InferenceScript.Activation.NONE);
    script.line("_ = torch.copy_(torch.slice(block, 1, %d, %d), y)", channels, channels + GROWTH);
  }

  private int transition(String name) {
    FoldedNormalisation norm = normalisation(name + ".norm");
    InferenceScript.Weights mix = norm.before(weight(name + ".conv"), null, script.precision());
    clamp("block", norm);
    script.line("y = torch.avg_pool2d(y, [2, 2], [2, 2], [0, 0], False, True)");
    pixels /= 2;
    convolution(Convolution.Kernel.POINT, mix, InferenceScript.Activation.NONE);
    return mix.outputs();
  }

  private void clamp(String input, FoldedNormalisation norm) {
    String lower = script.perChannel(norm.lower(script.precision()));
    float[] upper = norm.upper(script.precision());
    if (upper == null) {
      script.line("y = torch.maximum(%s, %s)", input, lower);
    } else {
      script.line("y = torch.clamp(%s, %s, %s)", input, lower, script.perChannel(upper));
    }
  }

  private void convolution(
      Convolution.Kernel kernel, InferenceScript.Weights weights, InferenceScript.Activation then) {
    script.line("y = %s", script.convolution("y", pixels, kernel, weights, then));
  }

  private FoldedNormalisation normalisation(String name) {
    return FoldedNormalisation.of(tensors, prefix + name);
  }

  private float[] weight(String name) {
    return tensors.floats(prefix + name + ".weight");
  }

  private static int halfRoundedUp(int size) {
    return (size - 1) / 2 + 1;
  }
}
