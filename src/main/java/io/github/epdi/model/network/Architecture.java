package io.github.epdi.model.network;

import io.github.epdi.model.onnx.OnnxGraph;
import io.github.epdi.model.safetensors.ModelFormatException;
import io.github.epdi.model.safetensors.TensorSource;
import io.github.epdi.model.safetensors.TensorSpec;
import io.github.epdi.model.torch.Precision;
import io.github.epdi.model.torch.TorchEngine;
import java.util.Arrays;
import java.util.List;

/** The networks that a bundle may name. Each constant is bound to the code that builds it. */
public enum Architecture {
  /** The network DenseNet-121, with 6,954,881 parameters. */
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

    @Override
    String features(OnnxLayers layers, String images, int pixels) {
      return DenseNet121.features(layers, images, pixels);
    }
  },
  /** The network ResNet-50, with 23,510,081 parameters. */
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

    @Override
    String features(OnnxLayers layers, String images, int pixels) {
      return ResNet50.features(layers, images, pixels);
    }
  },
  /** The network VGG-16 without normalisation, with 134,264,641 parameters. */
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

    @Override
    String features(OnnxLayers layers, String images, int pixels) {
      return Vgg16.features(layers, images, pixels);
    }
  };

  private final String id;

  Architecture(String id) {
    this.id = id;
  }

  public abstract Network build(int outputs);

  /**
   * Writes the network's prediction as a program for libtorch.
   *
   * @param prefix what stands before the names of the tensors
   * @param precision precision of most of the program
   * @param pixels along an image's side
   * @return the program
   */
  public abstract byte[] write(
      InferenceScript script, TensorSource tensors, String prefix, Precision precision, int pixels);

  /** Adds the network to a graph, from images (N, 3, P, P) to what its last layer takes. */
  abstract String features(OnnxLayers layers, String images, int pixels);

  /**
   * Adds the network to a graph of ONNX, with weights as they are in the file.
   *
   * @param prefix what stands before the names of the tensors
   * @param images name of the images, (N, 3, P, P)
   * @param pixels P, along an image's side
   * @return name of the outputs, (N, 1)
   * @throws ModelFormatException while the graph is written, if a weight is not finite
   */
  public String add(
      OnnxGraph graph, TensorSource tensors, String prefix, String images, int pixels) {
    OnnxLayers layers = new OnnxLayers(graph, tensors, prefix);
    String weight = build(1).headTensors().get(0);
    String head = weight.substring(0, weight.lastIndexOf('.'));
    return layers.linear(head, features(layers, images, pixels));
  }

  /**
   * Returns the architecture of an id.
   *
   * @throws ModelFormatException if there is none
   */
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

  /** Returns torchvision's name of the network. */
  public String id() {
    return id;
  }

  /**
   * Makes a new network of one output, without values. The first call in a JVM starts the engine.
   */
  public Network newNetwork() {
    return newNetwork(1);
  }

  /**
   * Makes a new network, without values.
   *
   * @param outputs outputs of the last layer, at least 1; bundles have 1
   */
  public Network newNetwork(int outputs) {
    TorchEngine.start();
    return build(outputs);
  }

  /**
   * Returns names and shapes of the network's tensors with one output, statistics included. No
   * engine is needed.
   */
  public List<TensorSpec> tensors() {
    return build(1).tensors();
  }

  /** Returns the names of the last layer's weight and bias. No engine is needed. */
  public List<String> headTensors() {
    return build(1).headTensors();
  }
}
