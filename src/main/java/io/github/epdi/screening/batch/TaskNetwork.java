package io.github.epdi.screening.batch;

import io.github.epdi.model.BindingEnergyModel;
import io.github.epdi.model.BindingEnergyPredictor;
import io.github.epdi.model.torch.ComputeDevice;

/**
 * The network as one task uses it, to be closed by it: on the processor a predictor of its own; on
 * a graphics processor a share in the only one, which all tasks of this JVM feed. Of one thread.
 */
public final class TaskNetwork implements BatchSource, AutoCloseable {
  private record Key(BindingEnergyModel model, int batchSize) {}

  /** Of this JVM, as its models are. */
  private static final Batchers<Key> BATCHERS = new Batchers<>();

  private final Key key;
  private Batcher shared;
  private BindingEnergyPredictor own;

  private TaskNetwork(Key key) {
    this.key = key;
  }

  /**
   * Opens what suits the model's device.
   *
   * @param batchSize images of one forward pass
   */
  public static TaskNetwork open(BindingEnergyModel model, int batchSize) {
    boolean hasNoNetwork = model.metadata().members() == 0; // then nobody asks for batches
    return hasNoNetwork || model.device().kind() == ComputeDevice.Kind.CPU
        ? new TaskNetwork(new Key(model, batchSize))
        : shared(model, batchSize);
  }

  /** A share; on any device. */
  static TaskNetwork shared(BindingEnergyModel model, int batchSize) {
    TaskNetwork network = new TaskNetwork(new Key(model, batchSize));
    network.shared = network.taken();
    return network;
  }

  private Batcher taken() {
    return BATCHERS.take(key, () -> batcher(key.model(), key.batchSize()));
  }

  private static Batcher batcher(BindingEnergyModel model, int batchSize) {
    BindingEnergyPredictor predictor = model.newPredictor(batchSize);
    return new Batcher(
        "prediction on " + model.device().label(),
        predictor::predict,
        new Batcher.Measures(
            model.metadata().image().length(), batchSize, Batcher.BATCHES, Batcher.PATIENCE),
        predictor::close);
  }

  @Override
  public ImageBatches batches() {
    if (shared == null) {
      return ownBatches();
    }
    if (shared.hasEnded()) {
      BATCHERS.letGo(key, shared);
      shared = taken();
    }
    return new SharedBatches(shared);
  }

  @Override
  public ImageBatches ownBatches() {
    if (own == null) {
      own = key.model().newPredictor(key.batchSize());
    }
    return new OwnBatches(own::predict, key.model().metadata().image().length(), key.batchSize());
  }

  @Override
  public void close() {
    if (shared != null) {
      BATCHERS.letGo(key, shared);
    }
    if (own != null) {
      own.close();
    }
  }
}
