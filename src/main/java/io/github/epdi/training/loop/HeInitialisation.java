package io.github.epdi.training.loop;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import io.github.epdi.model.network.Network;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Draws random weights for networks of rectified units. They are normal with variance 2 / fan-in
 * for convolutions and for linear layers within a network (He, Zhang, Ren, Sun, arXiv 1502.01852).
 * The last layer has 1 / fan-in, because nothing rectifies its output.
 */
public final class HeInitialisation {
  private final long seed;

  public HeInitialisation(long seed) {
    this.seed = seed;
  }

  /**
   * Gives values to every tensor of a block that has none. Tensors that were loaded stay as they
   * are.
   */
  public void fill(NDManager manager, Block block, Shape input) {
    Set<String> loaded = new HashSet<>();
    BlockWeights weights = new BlockWeights(block);
    weights.parameters().forEach((name, p) -> addIfLoaded(loaded, name, p));
    block.initialize(manager, DataType.FLOAT32, input);
    for (Map.Entry<String, Parameter> entry : new BlockWeights(block).parameters().entrySet()) {
      if (!loaded.contains(entry.getKey())) {
        fill(entry.getKey(), entry.getValue(), gain(block, entry.getKey(), entry.getValue()));
      }
    }
  }

  private static void addIfLoaded(Set<String> loaded, String name, Parameter parameter) {
    if (parameter.isInitialized()) {
      loaded.add(name);
    }
  }

  private static double gain(Block block, String name, Parameter parameter) {
    boolean rectified =
        block instanceof Network network
            ? !network.headTensors().contains(name)
            : parameter.getArray().getShape().dimension() > 2;
    return rectified ? 2 : 1;
  }

  private void fill(String name, Parameter parameter, double gain) {
    Shape shape = parameter.getArray().getShape();
    float[] values = new float[Math.toIntExact(shape.size())];
    switch (parameter.getType()) {
      case GAMMA, RUNNING_VAR -> Arrays.fill(values, 1);
      case WEIGHT -> normal(values, name, shape, gain);
      default -> Arrays.fill(values, 0);
    }
    parameter.getArray().set(FloatBuffer.wrap(values));
  }

  private void normal(float[] values, String name, Shape shape, double gain) {
    double fanIn = (double) shape.size() / shape.get(0);
    double deviation = Math.sqrt(gain / fanIn);
    Random random = Seeds.random(seed, name, 0);
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (deviation * random.nextGaussian());
    }
  }
}
