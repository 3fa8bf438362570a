package io.github.epdi.model.network;

import io.github.epdi.model.safetensors.ModelFormatException;
import io.github.epdi.model.safetensors.TensorSource;
import io.github.epdi.model.safetensors.TensorSpec;
import io.github.epdi.model.torch.Precision;
import io.github.epdi.model.torch.TorchEngine;
import java.util.Arrays;
import java.util.List;

/** The networks that a bundle may name: one constant each, bound to what builds it. */
public enum Architecture {
  /** DenseNet-121, 6,954,881 parameters. */
  DENSENET121("densenet121") {
    @Override
    public Network build(int outputs) {
      return new DenseNet121(outputs);
    }

    @Override
    public byte[] write(
        InferenceScript script,
        TensorSource tensors,
        String prefix,
        Precision precision,
        int pixels) {
      return DenseNet121.write(script, tensors, prefix, precision, pixels);
    }
  },
  /** ResNet-50, 23,510,081 parameters. */
  RESNET50("resnet50") {
    @Override
    public Network build(int outputs) {
      return new ResNet50(outputs);
    }

    @Override
    public byte[] write(
        InferenceScript script,
        TensorSource tensors,
        String prefix,
        Precision precision,
        int pixels) {
      return ResNet50.write(script, tensors, prefix, precision, pixels);
    }
  },
  /** VGG-16 without normalisation, 134,264,641 parameters. */
  VGG16("vgg16") {
    @Override
    public Network build(int outputs) {
      return new Vgg16(outputs);
    }

    @Override
    public byte[] write(
        InferenceScript script,
        TensorSource tensors,
        String prefix,
        Precision precision,
        int pixels) {
      return Vgg16.write(script, tensors, prefix, precision, pixels);
    }
  };

  private final String id;

  Architecture(String id) {
    this.id = id;
  }

  public abstract Network build(int outputs);

  /**
   * Writes its prediction for libtorch.
   *
   * @param precision of most of it
   * @param pixels along an image's side
   * @return the program
   */
  public abstract byte[] write(
      InferenceScript script, TensorSource tensors, String prefix, Precision precision, int pixels);

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

  /**
   * A new network of one output, without values. Starts the engine when first asked for in a JVM.
   */
  public Network newNetwork() {
    return newNetwork(1);
  }

  /**
   * A new network, without values.
   *
   * @param outputs of the last layer, at least 1; bundles have 1
   */
  public Network newNetwork(int outputs) {
    TorchEngine.start();
    return build(outputs);
  }

  /** Names and shapes of its tensors with one output, statistics included; needs no engine. */
  public List<TensorSpec> tensors() {
    return build(1).tensors();
  }
}
