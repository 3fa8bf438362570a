package io.github.epdi.model.network;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Parameter;
import ai.djl.nn.core.Linear;

/** A linear layer between others, from (N, I) to (N, O). */
final class LinearLayer {
  private final String name;
  private final Parameter weight;
  private final Parameter bias;

  LinearLayer(Network network, String name, int inputs, int outputs) {
    this.name = name;
    this.weight = network.parameter(name + ".weight", Parameter.Type.WEIGHT, outputs, inputs);
    this.bias = network.parameter(name + ".bias", Parameter.Type.BIAS, outputs);
  }

  /** Applies the layer and closes the input. */
  NDArray replace(ForwardPass pass, NDArray input) {
    try (input) {
      NDArray output =
          Linear.linear(input, pass.value(weight), pass.value(bias)).singletonOrThrow();
      return pass.stage(name, output);
    }
  }
}
