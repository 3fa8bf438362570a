package io.github.epdi.screening.batch;

import io.github.epdi.model.BindingEnergyModel;
import io.github.epdi.model.BindingEnergyPredictor;
import io.github.epdi.model.torch.ComputeDevice;

/**
 * The network as one task uses it, which the task must close. On the processor it is a predictor of
 * the task's own. On a graphics processor it is a share of one predictor that all tasks of this JVM
 * feed. Used by one thread only.
 */
public final class TaskNetwork implements BatchSource, AutoCloseable {
  private record Key(BindingEnergyModel model, int batchSize) {}

  /** The shared batchers of this JVM, whose models are shared as well. */
  private static final Batchers<Key> BATCHERS = new Batchers<>();

  private final Key key;
  private Batcher shared;
  private BindingEnergyPredictor own;

  private TaskNetwork(Key key) {
    this.key = key;
  }

  /**
   * Opens the network in the way that suits the model's device.
   *
   * @param batchSize images of one forward pass
   */
  public static TaskNetwork open(BindingEnergyModel model, int batchSize) {
    boolean hasNoNetwork = model.metadata().members() == 0; // Nobody asks for batches then.
    return hasNoNetwork || model.device().kind() == ComputeDevice.Kind.CPU
        ? new TaskNetwork(new Key(model, batchSize))
        : shared(model, batchSize);
  }

  /** Opens a share of a batcher, on any device. */
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
