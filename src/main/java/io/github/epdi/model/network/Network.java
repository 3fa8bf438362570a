package io.github.epdi.model.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.nn.core.Linear;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import io.github.epdi.model.safetensors.ModelFormatException;
import io.github.epdi.model.safetensors.SafetensorsWriter;
import io.github.epdi.model.safetensors.TensorCheck;
import io.github.epdi.model.safetensors.TensorSource;
import io.github.epdi.model.safetensors.TensorSpec;
import io.github.epdi.model.safetensors.TensorType;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A convolutional network for regression, from images (N, 3, P, P) to (N, K) of K outputs.
 *
 * <p>It is a DJL block that holds all its parameters itself, so that their names are torchvision's.
 * Running statistics are parameters without gradient. Intermediate arrays are closed as soon as
 * they were used, in training too. Torch keeps what the backward pass needs, and otherwise at most
 * one dense block's activations lie in memory.
 */
public abstract class Network extends AbstractBlock {
  private final Map<String, TensorSpec> specs = new LinkedHashMap<>();
  private Parameter headWeight;
  private Parameter headBias;
  private final int outputs;
  private Statistics statistics = Statistics.LEARNED;

  /** Tells what training does with the statistics that normalisation keeps of its batches. */
  public enum Statistics {
    /** Batches are normalised by their own statistics, which the running ones then follow. */
    LEARNED,
    /**
     * Batches are normalised by the running statistics, which stay, for fine-tuning on few images.
     * The scales and shifts after them go on learning.
     */
    FROZEN
  }

  /**
   * Makes a network without tensors.
   *
   * @param outputs K, at least 1
   */
  Network(int outputs) {
    if (outputs < 1) {
      throw new IllegalArgumentException(
          "Cannot build network: expected at least 1 output, found " + outputs);
    }
    this.outputs = outputs;
  }

  /** Registers a tensor. Running statistics get no gradient. */
  final Parameter parameter(String name, Parameter.Type type, int... shape) {
    boolean statistics = type == Parameter.Type.RUNNING_MEAN || type == Parameter.Type.RUNNING_VAR;
    List<Integer> sizes = Arrays.stream(shape).boxed().toList();
    specs.put(name, new TensorSpec(name, sizes));
    return addParameter(
        Parameter.builder().setName(name).setType(type).optRequiresGrad(!statistics).build());
  }

  /** Registers the last, linear layer. */
  final void head(String name, int features) {
    headWeight = parameter(name + ".weight", Parameter.Type.WEIGHT, outputs, features);
    headBias = parameter(name + ".bias", Parameter.Type.BIAS, outputs);
  }

  /** Returns names and shapes of all tensors, running statistics included, from the input on. */
  public final List<TensorSpec> tensors() {
    return List.copyOf(specs.values());
  }

  /** Returns the tensors of all layers but the last. */
  final List<TensorSpec> featureTensors() {
    return without(headTensors());
  }

  private List<TensorSpec> without(List<String> names) {
    return specs.values().stream().filter(spec -> !names.contains(spec.name())).toList();
  }

  /** Returns the names of the last layer's weight and bias, which a new target replaces. */
  public final List<String> headTensors() {
    return List.of(headWeight.getName(), headBias.getName());
  }

  /** Sets what training does with running statistics from now on. At first they are learned. */
  public final void statistics(Statistics choice) {
    this.statistics = choice;
  }

  /**
   * Seeds the random numbers of dropout. In training each pass draws from where the last one ended,
   * and from nothing else. The same seed and the same passes give the same result, whatever else
   * runs in this JVM. Networks without dropout ignore the seed.
   */
  public void dropoutSeed(long seed) {}

  /**
   * Computes the features (N, F) that the last layer takes from images (N, 3, P, P). The images
   * stay open.
   */
  public abstract NDArray features(ForwardPass pass, NDArray images);

  /**
   * Predicts the features that the last layer takes, with the parameters as they are now.
   *
   * @param manager holds the parameters
   * @param images (N, 3, P, P) row-major
   * @param shape shape of the images
   * @return (N, F) row-major
   */
  public final float[] features(NDManager manager, float[] images, Shape shape) {
    ParameterStore store = new ParameterStore(manager, false);
    try (NDManager scratch = manager.newSubManager()) {
      NDArray input = scratch.create(FloatBuffer.wrap(images), shape);
      ForwardPass pass =
          new ForwardPass(store, input.getDevice(), ForwardPass.Mode.PREDICT, StageObserver.NONE);
      try (NDArray features = features(pass, input)) {
        return features.toFloatArray();
      }
    }
  }

  /** Sets the last layer of a network with one output. */
  public final void setHead(float[] weight, float bias) {
    headWeight.getArray().set(FloatBuffer.wrap(weight));
    headBias.getArray().set(FloatBuffer.wrap(new float[] {bias}));
  }

  /**
   * Folds normalisations into the convolutions before them, for prediction with the parameters as
   * they are now. The result is equal in exact arithmetic. A {@link ForwardPass} in training does
   * not use it.
   */
  public abstract void fold();

  /**
   * Returns the same images with the channels of a pixel side by side in memory. All layers keep
   * this order, which the processor's convolutions handle best.
   */
  static NDArray channelsLast(NDArray images) {
    Shape shape = images.getShape();
    Shape moved = new Shape(shape.get(0), shape.get(2), shape.get(3), shape.get(1));
    try (NDArray view = images.transpose(0, 2, 3, 1);
        NDArray copy = view.reshape(shape.size());
        NDArray pixels = copy.reshape(moved)) {
      return pixels.transpose(0, 3, 1, 2);
    }
  }

  @Override
  protected final NDList forwardInternal(
      ParameterStore parameterStore,
      NDList inputs,
      boolean training,
      PairList<String, Object> params) {
    NDArray images = inputs.singletonOrThrow();
    ForwardPass pass =
        new ForwardPass(parameterStore, images.getDevice(), mode(training), StageObserver.NONE);
    try (NDArray features = features(pass, images)) {
      return Linear.linear(features, pass.value(headWeight), pass.value(headBias));
    }
  }

  private ForwardPass.Mode mode(boolean training) {
    if (!training) {
      return ForwardPass.Mode.PREDICT;
    }
    return statistics == Statistics.FROZEN
        ? ForwardPass.Mode.TRAIN_FROZEN_STATISTICS
        : ForwardPass.Mode.TRAIN;
  }

  @Override
  public final Shape[] getOutputShapes(Shape[] inputShapes) {
    return new Shape[] {new Shape(inputShapes[0].get(0), outputs)};
  }

  /** Gives shapes to the parameters that were not loaded. */
  @Override
  protected final void prepare(Shape[] inputShapes) {
    for (Parameter parameter : parameters.values()) {
      if (!parameter.isInitialized()) {
        parameter.setShape(shape(parameter));
      }
    }
  }

  /**
   * Sets every tensor from a file. Call it once, on a new network.
   *
   * @param prefix what stands before the names in the file, "" for torchvision's
   * @throws ModelFormatException if a tensor is missing, unknown, or of another shape
   */
  public final void load(NDManager manager, TensorSource file, String prefix) {
    load(manager, file, prefix, List.of());
  }

  /**
   * Sets every tensor but the last layer's, which keeps its initialiser. Transfer learning starts
   * so, from a network of any number of outputs.
   *
   * @throws ModelFormatException if a tensor is missing, unknown, or of another shape
   */
  public final void loadFeatures(NDManager manager, TensorSource file) {
    load(manager, file, "", headTensors());
  }

  private void load(NDManager manager, TensorSource file, String prefix, List<String> left) {
    List<TensorSpec> wanted = without(left);
    TensorCheck.check(file, prefix, wanted, left);
    for (TensorSpec spec : wanted) {
      Parameter parameter = parameters.get(spec.name());
      float[] values = file.floats(prefix + spec.name());
      parameter.setArray(manager.create(FloatBuffer.wrap(values), shape(parameter)));
    }
  }

  /**
   * Adds every tensor as it is now to a file. Tensors of two or more axes are written in the given
   * type, vectors in F32.
   *
   * @param prefix what stands before the names in the file
   */
  public final void save(SafetensorsWriter writer, String prefix, TensorType type) {
    for (TensorSpec spec : specs.values()) {
      float[] values = parameters.get(spec.name()).getArray().toFloatArray();
      TensorType kept = spec.shape().size() > 1 ? type : TensorType.F32;
      writer.add(new TensorSpec(prefix + spec.name(), spec.shape()), values, kept);
    }
  }

  private Shape shape(Parameter parameter) {
    List<Integer> sizes = specs.get(parameter.getName()).shape();
    return new Shape(sizes.stream().mapToLong(Integer::longValue).toArray());
  }
}
