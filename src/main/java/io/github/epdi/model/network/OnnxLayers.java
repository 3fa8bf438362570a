package io.github.epdi.model.network;

import io.github.epdi.model.onnx.OnnxAttribute;
import io.github.epdi.model.onnx.OnnxGraph;
import io.github.epdi.model.safetensors.TensorSource;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * The layers of the networks as operators of ONNX, with a file's weights as they are. Weights have
 * torchvision's names, and an operator has that of its module. A method returns the name of its
 * result.
 */
final class OnnxLayers {
  private final OnnxGraph graph;
  private final TensorSource tensors;
  private final String prefix;

  /**
   * Prepares a graph's layers.
   *
   * @param prefix what stands before the names of the tensors in the file
   */
  OnnxLayers(OnnxGraph graph, TensorSource tensors, String prefix) {
    this.graph = graph;
    this.tensors = tensors;
    this.prefix = prefix;
  }

  /** Tells whether the file has weights of a module. */
  boolean has(String name) {
    return tensors.contains(prefix + name + ".weight");
  }

  /** Convolves, with the bias where the module has one. */
  String convolution(String name, String input, Convolution.Kernel kernel) {
    boolean biased = tensors.contains(prefix + name + ".bias");
    return graph.node(
        name,
        "Conv",
        biased
            ? List.of(input, weights(name + ".weight"), weights(name + ".bias"))
            : List.of(input, weights(name + ".weight")),
        square("kernel_shape", kernel.size()),
        square("strides", kernel.stride()),
        padding(kernel.padding()));
  }

  /** Normalises each channel by the statistics that training kept. */
  String normalisation(String name, String input) {
    return graph.node(
        name,
        "BatchNormalization",
        List.of(
            input,
            weights(name + ".weight"),
            weights(name + ".bias"),
            weights(name + ".running_mean"),
            weights(name + ".running_var")),
        OnnxAttribute.real("epsilon", (float) FoldedNormalisation.EPSILON));
  }

  /** Cuts below zero. The result is named after its input. */
  String relu(String input) {
    return graph.node(input + ".relu", "Relu", List.of(input));
  }

  /** Takes the largest of size x size pixels at every second pixel. */
  String largest(String name, String input, int size, int padding) {
    return graph.node(
        name,
        "MaxPool",
        List.of(input),
        square("kernel_shape", size),
        square("strides", 2),
        padding(padding));
  }

  /** Takes the mean of 2 x 2 pixels at every second pixel. */
  String meanOfFour(String name, String input) {
    return graph.node(
        name,
        "AveragePool",
        List.of(input),
        square("kernel_shape", 2),
        square("strides", 2),
        padding(0));
  }

  /** Takes the mean over all pixels. The result is (N, C). */
  String meanOfAll(String input) {
    String mean = graph.node("pool", "GlobalAveragePool", List.of(input));
    return flat(mean);
  }

  /**
   * Takes means over cells that cover the image, as torch's adaptive pooling: the shares of pixels
   * in cells are two matrices, along columns and along rows.
   *
   * @param pixels along a side before it
   */
  String meanTo(int cells, String input, int pixels) {
    PooledWeights pooling = new PooledWeights(cells, pixels);
    String across = made("avgpool.across", List.of(pixels, cells), pooling::sharesByPixel);
    String down = made("avgpool.down", List.of(cells, pixels), pooling::sharesByCell);
    String narrow = graph.node("avgpool.narrow", "MatMul", List.of(input, across));
    return graph.node("avgpool", "MatMul", List.of(down, narrow));
  }

  /** Makes (N, C, H, W) to (N, C H W). */
  String flat(String input) {
    return graph.node("flatten", "Flatten", List.of(input), OnnxAttribute.integer("axis", 1));
  }

  /** Joins along the channels. */
  String joined(String name, List<String> inputs) {
    return graph.node(name, "Concat", inputs, OnnxAttribute.integer("axis", 1));
  }

  String sum(String name, String one, String other) {
    return graph.node(name, "Add", List.of(one, other));
  }

  /** Applies a linear layer to (N, F). */
  String linear(String name, String input) {
    return linear(name, input, weights(name + ".weight"));
  }

  /** Applies a linear layer to (N, F), with weights of this name in place of its own. */
  String linear(String name, String input, String weight) {
    return graph.node(
        name,
        "Gemm",
        List.of(input, weight, weights(name + ".bias")),
        OnnxAttribute.integer("transB", 1));
  }

  /** Adds numbers that are not a tensor of the file, made each time that they are written. */
  String made(String name, List<Integer> shape, Supplier<float[]> values) {
    return graph.weights(name, shape, () -> InferenceScript.finite(values.get()));
  }

  /** Returns the values of a tensor of the file. */
  float[] floats(String name) {
    return tensors.floats(prefix + name);
  }

  private String weights(String name) {
    return made(name, tensors.spec(prefix + name).shape(), () -> floats(name));
  }

  private static OnnxAttribute padding(int pixels) {
    long[] sides = new long[4];
    Arrays.fill(sides, pixels);
    return OnnxAttribute.integers("pads", sides);
  }

  private static OnnxAttribute square(String name, int size) {
    return OnnxAttribute.integers(name, size, size);
  }
}
