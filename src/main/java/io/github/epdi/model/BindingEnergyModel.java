package io.github.epdi.model;

import ai.djl.ndarray.NDManager;
import io.github.epdi.model.network.InferenceNetwork;
import io.github.epdi.model.network.InferenceScript;
import io.github.epdi.model.network.LinearHead;
import io.github.epdi.model.network.Network;
import io.github.epdi.model.network.ScriptedInference;
import io.github.epdi.model.physics.AffinityModel;
import io.github.epdi.model.torch.ComputeDevice;
import io.github.epdi.model.torch.Precision;
import io.github.epdi.model.torch.TorchEngine;
import io.github.epdi.structure.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * A bundle's networks in memory, ready to predict. Thread-safe: any number of predictors may use it
 * at a time. Close it after all of them; it holds native memory.
 */
public final class BindingEnergyModel implements AutoCloseable {
  private final ModelBundle bundle;
  private final ComputeDevice device;
  private final Precision precision;
  private final NDManager manager;
  private final InferenceScript.Convolutions convolutions;
  private final List<LinearHead> heads = new ArrayList<>();
  private final Map<Integer, List<InferenceNetwork>> networks = new ConcurrentHashMap<>();

  /**
   * Loads a bundle that predicts in float32.
   *
   * @throws InputException if this JVM does not have the device
   */
  public BindingEnergyModel(ModelBundle bundle, ComputeDevice device) {
    this(bundle, device, Precision.FLOAT32);
  }

  /**
   * Loads a bundle.
   *
   * @throws InputException if this JVM does not have the device, or it or this libtorch cannot
   *     compute in the precision
   */
  public BindingEnergyModel(ModelBundle bundle, ComputeDevice device, Precision precision) {
    this(
        bundle,
        device,
        precision,
        device.kind() == ComputeDevice.Kind.CPU
            ? InferenceScript.Convolutions.ONEDNN
            : InferenceScript.Convolutions.TORCH);
  }

  /** Loads a bundle with a given kind of convolutions. Tests use it to compare the kinds. */
  public BindingEnergyModel(
      ModelBundle bundle,
      ComputeDevice device,
      Precision precision,
      InferenceScript.Convolutions convolutions) {
    this.bundle = bundle;
    this.device = device;
    this.precision = precision;
    this.convolutions = convolutions;
    if (bundle.metadata().members() == 0) {
      // Nothing runs on a device, so PyTorch is not even loaded.
      this.manager = null;
      return;
    }
    device.requireHere();
    if (device.kind() == ComputeDevice.Kind.GPU
        || convolutions == InferenceScript.Convolutions.ONEDNN) {
      precision.requireOn(device.kind());
    }
    this.manager = TorchEngine.start().newBaseManager(device.device());
    Network network = bundle.architecture().newNetwork();
    for (int member = 0; member < metadata().members(); member++) {
      heads.add(LinearHead.of(network, bundle.tensors(), prefix(member)));
    }
  }

  /** Returns what is known of the model. */
  public BundleMetadata metadata() {
    return bundle.metadata();
  }

  /**
   * Returns the regressions of a bundle that predicts from levels, or null where networks predict
   * from images.
   */
  public AffinityModel affinity() {
    return metadata().needsLevels() ? bundle.affinityModel() : null;
  }

  /** Returns the device on which the networks run. */
  public ComputeDevice device() {
    return device;
  }

  /** Returns the numbers in which the networks compute. */
  public Precision precision() {
    return precision;
  }

  /**
   * Makes a predictor for one task, which the task must close.
   *
   * @param batchSize images that go through the networks at a time
   */
  public BindingEnergyPredictor newPredictor(int batchSize) {
    return new BindingEnergyPredictor(this, batchSize);
  }

  /** Returns the members for batches of one size. The first caller makes them. */
  List<InferenceNetwork> networks(int batchSize) {
    return networks.computeIfAbsent(
        batchSize,
        size -> IntStream.range(0, metadata().members()).mapToObj(m -> network(m, size)).toList());
  }

  private InferenceNetwork network(int member, int batchSize) {
    if (convolutions == InferenceScript.Convolutions.ONEDNN && !TorchEngine.hasOneDnn()) {
      return BlockInference.of(manager, bundle, prefix(member));
    }
    InferenceScript script = new InferenceScript(batchSize, convolutions);
    int pixels = metadata().image().pixels();
    byte[] archive =
        bundle.architecture().write(script, bundle.tensors(), prefix(member), precision, pixels);
    return ScriptedInference.of(manager, script, archive);
  }

  private String prefix(int member) {
    return ModelBundle.prefix(member, metadata().members());
  }

  List<LinearHead> heads() {
    return heads;
  }

  NDManager manager() {
    return manager;
  }

  @Override
  public void close() {
    networks.values().forEach(members -> members.forEach(InferenceNetwork::close));
    if (manager != null) {
      manager.close();
    }
  }
}
