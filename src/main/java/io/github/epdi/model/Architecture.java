package io.github.epdi.model;

import java.util.Arrays;
import java.util.List;

/** The networks that a bundle may name: one constant each, bound to what builds it. */
public enum Architecture {
  /** DenseNet-121, 6,954,881 parameters. */
  DENSENET121("densenet121") {
    @Override
    Network build() {
      return new DenseNet121();
    }

    @Override
    byte[] write(
        InferenceScript script,
        Safetensors tensors,
        String prefix,
        Precision precision,
        int pixels) {
      return DenseNet121.write(script, tensors, prefix, precision, pixels);
    }
  };

  private final String id;

  Architecture(String id) {
    this.id = id;
  }

  abstract Network build();

  /**
   * Writes its prediction for libtorch.
   *
   * @param precision of most of it
   * @param pixels along an image's side
   * @return the program
   */
  abstract byte[] write(
      InferenceScript script, Safetensors tensors, String prefix, Precision precision, int pixels);

  /** The architecture of this id; an unknown one is an error. */
  public static Architecture of(String id) {
    return Arrays.stream(values())
        .filter(architecture -> architecture.id.equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new ModelFormatException(
                    "Cannot build network: expected one of "
                        + Arrays.stream(values()).map(Architecture::id).toList()
                        + ", found "
                        + id));
  }

  /** torchvision's name. */
  public String id() {
    return id;
  }

  /** A new network without values. Starts the engine when first asked for in a JVM. */
  public Network newNetwork() {
    TorchEngine.start();
    return build();
  }

  /** Names and shapes of its tensors, running statistics included; needs no engine. */
  public List<TensorSpec> tensors() {
    return build().tensors();
  }
}
