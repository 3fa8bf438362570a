package io.github.epdi.model;

import ai.djl.ndarray.NDManager;
import io.github.epdi.model.network.InferenceNetwork;
import io.github.epdi.model.network.InferenceScript;
import io.github.epdi.model.network.LinearHead;
import io.github.epdi.model.network.ScriptedInference;
import io.github.epdi.model.physics.AffinityModel;
import io.github.epdi.model.torch.ComputeDevice;
import io.github.epdi.model.torch.Precision;
import io.github.epdi.model.torch.TorchEngine;
import io.github.epdi.structure.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.IntFunction;
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
  private final Map<Integer, CompletableFuture<List<InferenceNetwork>>> networks =
      new ConcurrentHashMap<>();

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
    this(bundle, device, precision, convolutions(device));
  }

  /**
   * Loads a bundle for batches of one size. Its programs are written before PyTorch is needed,
   * which costs little while {@linkplain TorchEngine#startAhead PyTorch is being loaded}, and go on
   * being loaded beside what the caller does next. If that fails, the first prediction does.
   *
   * @param batchSize images that go through the networks at a time; other sizes may still be used
   * @throws InputException as the constructors
   */
  public static BindingEnergyModel forBatches(
      ModelBundle bundle, ComputeDevice device, Precision precision, int batchSize) {
    return new BindingEnergyModel(bundle, device, precision, convolutions(device), batchSize);
  }

  private static InferenceScript.Convolutions convolutions(ComputeDevice device) {
    return device.kind() == ComputeDevice.Kind.CPU
        ? InferenceScript.Convolutions.ONEDNN
        : InferenceScript.Convolutions.TORCH;
  }

  /** Loads a bundle with a given kind of convolutions. Tests use it to compare the kinds. */
  public BindingEnergyModel(
      ModelBundle bundle,
      ComputeDevice device,
      Precision precision,
      InferenceScript.Convolutions convolutions) {
    this(bundle, device, precision, convolutions, 0);
  }

  private BindingEnergyModel(
      ModelBundle bundle,
      ComputeDevice device,
      Precision precision,
      InferenceScript.Convolutions convolutions,
      int batchSize) {
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
    for (int member = 0; member < metadata().members(); member++) {
      heads.add(LinearHead.of(bundle.architecture(), bundle.tensors(), prefix(member)));
    }
    List<Program> written = batchSize == 0 ? List.of() : programs(batchSize);
    this.manager = TorchEngine.start().newBaseManager(device.device());
    if (batchSize > 0 && runsPrograms()) {
      networks.put(
          batchSize, CompletableFuture.supplyAsync(() -> loaded(written), inThreadOfItsOwn()));
    }
  }

  private static Executor inThreadOfItsOwn() {
    return task -> {
      Thread thread = new Thread(task, "loading networks");
      thread.setDaemon(true);
      thread.start();
    };
  }

  /** A member's prediction, written but not handed to libtorch yet. */
  @FunctionalInterface
  private interface Program {
    InferenceNetwork load(NDManager manager);
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

  /** Makes the members for batches of one size, unless they are there or are being loaded. */
  void prepare(int batchSize) {
    networks.computeIfAbsent(
        batchSize,
        size ->
            CompletableFuture.completedFuture(runsPrograms() ? loaded(programs(size)) : blocks()));
  }

  /** Returns the members for batches of a size that was prepared, once they are loaded. */
  List<InferenceNetwork> networks(int batchSize) {
    try {
      return networks.get(batchSize).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException failure ? failure : e;
    }
  }

  private boolean runsPrograms() {
    return convolutions == InferenceScript.Convolutions.TORCH || TorchEngine.hasOneDnn();
  }

  private List<InferenceNetwork> blocks() {
    return members(member -> BlockInference.of(manager, bundle, prefix(member)));
  }

  private List<InferenceNetwork> loaded(List<Program> programs) {
    return programs.stream().map(program -> program.load(manager)).toList();
  }

  private List<Program> programs(int batchSize) {
    return members(member -> program(member, batchSize));
  }

  private <T> List<T> members(IntFunction<T> one) {
    return IntStream.range(0, metadata().members()).mapToObj(one).toList();
  }

  private Program program(int member, int batchSize) {
    InferenceScript script = new InferenceScript(batchSize, convolutions);
    int pixels = metadata().image().pixels();
    byte[] archive =
        bundle.architecture().write(script, bundle.tensors(), prefix(member), precision, pixels);
    return target -> ScriptedInference.of(target, script, archive);
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

  /** Frees native memory. Networks that could not be loaded have none; predictions say why. */
  @Override
  public void close() {
    networks
        .values()
        .forEach(
            members ->
                members.exceptionally(e -> List.of()).join().forEach(InferenceNetwork::close));
    if (manager != null) {
      manager.close();
    }
  }
}
