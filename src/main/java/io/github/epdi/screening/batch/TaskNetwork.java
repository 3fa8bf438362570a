package io.github.epdi.screening.batch;

import io.github.epdi.model.BindingEnergyModel;
import io.github.epdi.model.BindingEnergyPredictor;
import io.github.epdi.model.torch.ComputeDevice;

/**
 * The network as one task uses it, to be closed by it: on the processor a predictor of its own; on
 * a graphics processor a share in the only one, which all tasks of this JVM feed.
 */
public final class TaskNetwork implements AutoCloseable {
  private record Key(BindingEnergyModel model, int batchSize) {}

  /** Of this JVM, as its models are. */
  private static final Batchers<Key> BATCHERS = new Batchers<>();

  private final ImageBatches batches;
  private final Runnable atEnd;

  private TaskNetwork(ImageBatches batches, Runnable atEnd) {
    this.batches = batches;
    this.atEnd = atEnd;
  }

  /**
   * Opens what suits the model's device.
   *
   * @param batchSize images of one forward pass
   */
  public static TaskNetwork open(BindingEnergyModel model, int batchSize) {
    if (model.metadata().members() == 0) {
      return new TaskNetwork(null, () -> {});
    }
    return model.device().kind() == ComputeDevice.Kind.CPU
        ? own(model, batchSize)
        : shared(model, batchSize);
  }

  private static TaskNetwork own(BindingEnergyModel model, int batchSize) {
    BindingEnergyPredictor predictor = model.newPredictor(batchSize);
    return new TaskNetwork(
        new OwnBatches(predictor::predict, model.metadata().image().length(), batchSize),
        predictor::close);
  }

  /** A share; on any device. */
  static TaskNetwork shared(BindingEnergyModel model, int batchSize) {
    Key key = new Key(model, batchSize);
    Batcher batcher = BATCHERS.take(key, () -> batcher(model, batchSize));
    return new TaskNetwork(new SharedBatches(batcher), () -> BATCHERS.letGo(key, batcher));
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

  /** Where its images go; null for a model without networks. */
  public ImageBatches batches() {
    return batches;
  }

  @Override
  public void close() {
    atEnd.run();
  }
}
