package io.github.epdi.model.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.github.epdi.model.safetensors.TensorSource;
import io.github.epdi.model.torch.Precision;
import java.util.ArrayList;
import java.util.List;

/**
 * ResNet-50 (He, Zhang, Ren, Sun, arXiv 1512.03385) with torchvision's names. It has four layers of
 * 3, 4, 6 and 3 bottlenecks. As in torchvision ("v1.5"), a bottleneck that halves the image does so
 * in its 3 x 3 convolution. The input is (N, 3, P, P) with P of at least 32 pixels.
 */
final class ResNet50 extends Network {
  static final int[] BOTTLENECKS = {3, 4, 6, 3};
  static final int FIRST_CHANNELS = 64;
  static final Convolution.Kernel STEM = new Convolution.Kernel(7, 2, 3);

  private final NormalisedConvolution stem;
  private final List<List<Bottleneck>> layers = new ArrayList<>();

  ResNet50(int outputs) {
    super(outputs);
    stem =
        new NormalisedConvolution(
            new Convolution(this, "conv1", 3, FIRST_CHANNELS, STEM),
            new Normalisation(this, "bn1", FIRST_CHANNELS));
    int channels = FIRST_CHANNELS;
    for (int i = 0; i < BOTTLENECKS.length; i++) {
      int width = FIRST_CHANNELS << i;
      List<Bottleneck> layer = new ArrayList<>();
      for (int j = 0; j < BOTTLENECKS[i]; j++) {
        int stride = i > 0 && j == 0 ? 2 : 1;
        layer.add(new Bottleneck(this, "layer" + (i + 1) + "." + j, channels, width, stride));
        channels = Bottleneck.EXPANSION * width;
      }
      layers.add(layer);
    }
    head("fc", channels);
  }

  @Override
  public NDArray features(ForwardPass pass, NDArray images) {
    ImageShape.check(Architecture.RESNET50, images.getShape());
    NDArray x = Pooling.largestOfNine(stem.replaceRelu(pass, channelsLast(images)));
    for (int i = 0; i < layers.size(); i++) {
      for (Bottleneck bottleneck : layers.get(i)) {
        x = bottleneck.replace(pass, x);
      }
      pass.stage("layer" + (i + 1), x);
    }
    return Pooling.meanOfAll(x);
  }

  @Override
  public void fold() {
    stem.fold();
    layers.forEach(layer -> layer.forEach(Bottleneck::fold));
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
    ImageShape.check(Architecture.RESNET50, new Shape(script.batchSize(), 3, pixels, pixels));
    return ResNet50Script.write(script, tensors, prefix, precision, pixels);
  }

  /**
   * Adds the network to a graph of ONNX, up to the features that its last layer takes. The graph
   * computes the same function.
   */
  static String features(OnnxLayers layers, String images, int pixels) {
    ImageShape.check(Architecture.RESNET50, new Shape(1, 3, pixels, pixels));
    return new ResNet50Onnx(layers).features(images);
  }
}
