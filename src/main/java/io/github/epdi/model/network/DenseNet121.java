package io.github.epdi.model.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.github.epdi.model.safetensors.TensorSource;
import io.github.epdi.model.torch.Precision;
import java.util.ArrayList;
import java.util.List;

/**
 * DenseNet-121 (Huang, Liu, van der Maaten, Weinberger, arXiv 1608.06993) with torchvision's names.
 * It has four dense blocks of 6, 12, 24 and 16 layers with growth 32, and the image is halved
 * between blocks. The input is (N, 3, P, P) with P of at least 32 pixels.
 */
public final class DenseNet121 extends Network {
  private static final int[] LAYERS = {6, 12, 24, 16};
  private static final int FIRST_CHANNELS = 64;

  private final NormalisedConvolution stem;
  private final List<DenseBlock> blocks = new ArrayList<>();
  private final List<Transition> transitions = new ArrayList<>();
  private final Normalisation norm5;

  DenseNet121(int outputs) {
    super(outputs);
    Convolution conv0 =
        new Convolution(this, "features.conv0", 3, FIRST_CHANNELS, new Convolution.Kernel(7, 2, 3));
    Normalisation norm0 = new Normalisation(this, "features.norm0", FIRST_CHANNELS);
    stem = new NormalisedConvolution(conv0, norm0);
    int channels = FIRST_CHANNELS;
    for (int i = 0; i < LAYERS.length; i++) {
      DenseBlock block = new DenseBlock(this, "features.denseblock" + (i + 1), channels, LAYERS[i]);
      blocks.add(block);
      channels = block.outputs();
      if (i + 1 < LAYERS.length) {
        transitions.add(new Transition(this, "features.transition" + (i + 1), channels));
        channels /= 2;
      }
    }
    norm5 = new Normalisation(this, "features.norm5", channels);
    head("classifier", channels);
  }

  @Override
  public NDArray features(ForwardPass pass, NDArray images) {
    ImageShape.check(Architecture.DENSENET121, images.getShape());
    NDArray x = Pooling.largestOfNine(stem.replaceRelu(pass, channelsLast(images)));
    for (int i = 0; i < blocks.size(); i++) {
      x = blocks.get(i).replace(pass, x);
      if (i < transitions.size()) {
        x = transitions.get(i).replace(pass, x);
      }
    }
    return Pooling.meanOfAll(norm5.replaceRelu(pass, x));
  }

  @Override
  public void fold() {
    stem.fold();
    blocks.forEach(DenseBlock::fold);
  }

  /**
   * Writes the network's prediction as a program for one batch size. The program computes the same
   * function.
   */
  static byte[] write(
      InferenceScript script,
      TensorSource tensors,
      String prefix,
      Precision precision,
      int pixels) {
    ImageShape.check(Architecture.DENSENET121, new Shape(script.batchSize(), 3, pixels, pixels));
    return DenseNet121Script.write(script, tensors, prefix, precision, LAYERS, pixels);
  }

  /**
   * Adds the network to a graph of ONNX, up to the features that its last layer takes. The graph
   * computes the same function.
   */
  static String features(OnnxLayers layers, String images, int pixels) {
    ImageShape.check(Architecture.DENSENET121, new Shape(1, 3, pixels, pixels));
    return new DenseNet121Onnx(layers).features(images, LAYERS);
  }

  /** Halves channels and size between two dense blocks. */
  private static final class Transition {
    private final String name;
    private final Normalisation norm;
    private final Convolution conv;

    Transition(Network network, String name, int channels) {
      this.name = name;
      norm = new Normalisation(network, name + ".norm", channels);
      conv =
          new Convolution(
              network, name + ".conv", channels, channels / 2, Convolution.Kernel.POINT);
    }

    NDArray replace(ForwardPass pass, NDArray input) {
      NDArray mixed = conv.replace(pass, norm.replaceRelu(pass, input));
      return pass.stage(name, Pooling.meanOfFour(mixed));
    }
  }
}
