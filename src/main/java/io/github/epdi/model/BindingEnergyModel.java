package io.github.epdi.model;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;

/**
 * A bundle's networks in memory, ready to predict. Thread-safe: any number of predictors may use it
 * at a time. Close it after all of them; it holds native memory.
 */
public final class BindingEnergyModel implements AutoCloseable {
  private final BundleMetadata metadata;
  private final NDManager manager;
  private final List<Network> networks = new ArrayList<>();
  private final List<LinearHead> heads = new ArrayList<>();

  /** Loads a bundle. */
  public BindingEnergyModel(ModelBundle bundle, ComputeDevice device) {
    metadata = bundle.metadata();
    manager = TorchEngine.start().newBaseManager(device.device());
    for (int member = 0; member < metadata.members(); member++) {
      String prefix = ModelBundle.prefix(member, metadata.members());
      Network network = bundle.architecture().newNetwork();
      network.load(manager, bundle.tensors(), prefix);
      network.fold();
      networks.add(network);
      heads.add(LinearHead.of(network, bundle.tensors(), prefix));
    }
  }

  /** What is known of the model. */
  public BundleMetadata metadata() {
    return metadata;
  }

  /**
   * A predictor for one task, to be closed by it.
   *
   * @param batchSize images that go through the networks at a time
   */
  public BindingEnergyPredictor newPredictor(int batchSize) {
    return new BindingEnergyPredictor(this, batchSize);
  }

  List<Network> networks() {
    return networks;
  }

  List<LinearHead> heads() {
    return heads;
  }

  NDManager manager() {
    return manager;
  }

  @Override
  public void close() {
    manager.close();
  }
}
