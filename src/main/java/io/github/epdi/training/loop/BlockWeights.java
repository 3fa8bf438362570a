package io.github.epdi.training.loop;

import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.util.Pair;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/** Copies the tensors of a block to float arrays by name and back, running statistics included. */
final class BlockWeights {
  private final Map<String, Parameter> parameters = new LinkedHashMap<>();

  /** Takes the tensors of an initialised block. */
  BlockWeights(Block block) {
    for (Pair<String, Parameter> pair : block.getParameters()) {
      parameters.put(pair.getKey(), pair.getValue());
    }
  }

  /** Returns the parameters by name, in the block's order. */
  Map<String, Parameter> parameters() {
    return parameters;
  }

  /** Returns a copy of every tensor's values, row-major. */
  Map<String, float[]> copy() {
    Map<String, float[]> values = new LinkedHashMap<>();
    parameters.forEach((name, p) -> values.put(name, p.getArray().toFloatArray()));
    return values;
  }

  /** Sets every tensor to what {@link #copy} gave before. */
  void restore(Map<String, float[]> values) {
    parameters.forEach((name, p) -> p.getArray().set(FloatBuffer.wrap(values.get(name))));
  }
}
