package io.github.epdi.model.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import io.github.epdi.model.safetensors.TensorSource;
import io.github.epdi.model.torch.Precision;
import java.util.ArrayList;
import java.util.List;

/**
 * VGG-16 (Simonyan, Zisserman, arXiv 1409.1556) without normalisation, with torchvision's names. It
 * has thirteen convolutions in five groups, each of which halves the image, and then three linear
 * layers. Between the linear layers half of the values are dropped in training. The input is (N, 3,
 * P, P) with P of at least 32 pixels, and what is left of it is pooled to 7 x 7 whatever its size.
 */
final class Vgg16 extends Network {
  /** The output channels of each convolution, by group. */
  static final int[][] CHANNELS = {
    {64, 64}, {128, 128}, {256, 256, 256}, {512, 512, 512}, {512, 512, 512}
  };

  /** The number of pixels along a side that the linear layers see. */
  static final int POOLED = 7;

  static final int WIDTH = 4096;

  private final List<List<Convolution>> groups = new ArrayList<>();
  private final LinearLayer first;
  private final LinearLayer second;
  private final Dropout dropout = new Dropout();

  Vgg16(int outputs) {
    super(outputs);
    int channels = 3;
    int number = 0;
    for (int[] widths : CHANNELS) {
      List<Convolution> group = new ArrayList<>();
      for (int width : widths) {
        group.add(convolution("features." + number, channels, width));
        channels = width;
        number += 2;
      }
      groups.add(group);
      number++;
    }
    first = new LinearLayer(this, "classifier.0", channels * POOLED * POOLED, WIDTH);
    second = new LinearLayer(this, "classifier.3", WIDTH, WIDTH);
    head("classifier.6", WIDTH);
  }

  private Convolution convolution(String name, int inputs, int outputs) {
    return new Convolution(
        this, name, inputs, outputs, Convolution.Kernel.NEIGHBOURS, Convolution.Bias.LEARNED);
  }

  @Override
  public void dropoutSeed(long seed) {
    dropout.seed(seed);
  }

  @Override
  public NDArray features(ForwardPass pass, NDArray images) {
    ImageShape.check(Architecture.VGG16, images.getShape());
    NDArray x = channelsLast(images);
    int number = 0;
    for (List<Convolution> group : groups) {
      for (Convolution convolution : group) {
        x = relu(convolution.replace(pass, x));
      }
      number += 2 * group.size();
      x = pass.stage("features." + number, Pooling.largestOfFour(x));
      number++;
    }
    NDArray flat = flat(Pooling.meanTo(POOLED, x));
    NDArray hidden = dropout.replace(pass, relu(first.replace(pass, flat)));
    return dropout.replace(pass, relu(second.replace(pass, hidden)));
  }

  private static NDArray relu(NDArray input) {
    try (input) {
      return Activation.relu(input);
    }
  }

  private static NDArray flat(NDArray input) {
    try (input) {
      return input.reshape(input.getShape().get(0), -1);
    }
  }

  /** Does nothing, because there are no normalisations. */
  @Override
  public void fold() {}

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
    ImageShape.check(Architecture.VGG16, new Shape(script.batchSize(), 3, pixels, pixels));
    return Vgg16Script.write(script, tensors, prefix, precision, pixels);
  }

  /**
   * Adds the network to a graph of ONNX, up to the features that its last layer takes. The graph
   * computes the same function.
   */
  static String features(OnnxLayers layers, String images, int pixels) {
    ImageShape.check(Architecture.VGG16, new Shape(1, 3, pixels, pixels));
    return new Vgg16Onnx(layers, pixels).features(images);
  }
}
