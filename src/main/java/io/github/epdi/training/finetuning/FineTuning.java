package io.github.epdi.training.finetuning;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.epdi.model.ModelBundle;
import io.github.epdi.model.network.Network;
import io.github.epdi.model.safetensors.SafetensorsWriter;
import io.github.epdi.structure.InputException;
import io.github.epdi.training.examples.Part;
import io.github.epdi.training.examples.SiteTrainingImages;
import io.github.epdi.training.examples.SiteValidation;
import io.github.epdi.training.loop.Checkpoint;
import io.github.epdi.training.loop.HeInitialisation;
import io.github.epdi.training.loop.StartWeights;
import io.github.epdi.training.loop.TrainingLoop;
import io.github.epdi.training.loop.TrainingProgress;
import io.github.epdi.training.loop.TrainingState;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/**
 * Fine-tunes all layers of a network on labelled sites. It writes the bundle, which states its
 * accuracy, and puts every prediction beside it. The same request continues a run that was killed.
 */
public final class FineTuning {
  private static final String ENGINE = "PyTorch";

  private final SparkSession spark;
  private final FineTuningRequest request;
  private final TrainingProgress progress;

  /** Prepares a fine-tuning. Spark reads the table of labels when it runs. */
  public FineTuning(SparkSession spark, FineTuningRequest request, TrainingProgress progress) {
    this.spark = spark;
    this.request = request;
    this.progress = progress;
  }

  /**
   * Trains, or continues a training, until the bundle is written.
   *
   * @throws InputException if labels, grids, options or a checkpoint cannot be used
   */
  public FineTuningResult run() throws IOException {
    FinishedBundle finished = new FinishedBundle(request);
    StartWeights start = StartWeights.read(request.start().file());
    start.requireFeaturesOf(request.architecture());
    FineTuningData data = FineTuningData.read(spark, request);
    data.problems().forEach(problem -> progress.note("Skipped: " + problem));
    String settings = FineTuningSettings.of(request, data, start.sha256()).json();
    Checkpoint checkpoint = new Checkpoint(request.checkpointDirectory(), settings);
    Optional<TrainingState> previous = previous(checkpoint, finished);
    progress.note(describe(data));
    Trained trained = train(data, start, checkpoint, previous);
    progress.note("Writing " + request.out() + " and evaluating what was written.");
    FineTuningResult result = finished.write(data, trained, settings);
    checkpoint.delete();
    return result;
  }

  /** The weights of the best epoch, with the state at the end. */
  static final class Trained {
    private final byte[] weights;
    private final TrainingState end;

    Trained(byte[] weights, TrainingState end) {
      this.weights = weights;
      this.end = end;
    }

    byte[] weights() {
      return weights;
    }

    TrainingState end() {
      return end;
    }
  }

  private Optional<TrainingState> previous(Checkpoint checkpoint, FinishedBundle finished)
      throws IOException {
    if (request.previous() == FineTuningRequest.Previous.REPLACE) {
      checkpoint.delete();
      finished.delete();
      return Optional.empty();
    }
    Optional<TrainingState> state = checkpoint.read();
    if (state.isPresent()) {
      // The run was killed after the bundle got its name and before its evaluation was there.
      finished.delete();
      progress.note("Going on after epoch " + state.get().history().size() + ".");
    } else if (Files.exists(request.out())) {
      throw new InputException(
          "Cannot write bundle "
              + request.out()
              + ": expected a new name, found that it exists; --restart replaces it");
    }
    return state;
  }

  private Trained train(
      FineTuningData data,
      StartWeights start,
      Checkpoint checkpoint,
      Optional<TrainingState> previous) {
    Network network = request.architecture().newNetwork();
    try (NDManager manager = NDManager.newBaseManager(Device.cpu(), ENGINE)) {
      start.load(manager, network);
      SiteTrainingImages images =
          new SiteTrainingImages(data.part(Part.TRAINING), data.image(), data.target());
      Shape input = new Shape(request.schedule().batch()).addAll(images.shape());
      new HeInitialisation(request.schedule().seed()).fill(manager, network, input);
      SiteValidation validation =
          new SiteValidation(
              manager, data.part(Part.VALIDATION), data.image(), request.copies(), data.target());
      TrainingLoop loop =
          new TrainingLoop(
              manager, network, request.schedule(), images, validation, data.target().scaleEv());
      previous.ifPresent(loop::restore);
      TrainingState end =
          loop.run(
              (state, report) -> {
                checkpoint.write(state);
                progress.epoch(report);
              });
      SafetensorsWriter writer = new SafetensorsWriter();
      network.save(writer, ModelBundle.prefix(0, 1), request.precision());
      return new Trained(writer.toBytes(), end);
    }
  }

  private static String describe(FineTuningData data) {
    StringBuilder text = new StringBuilder();
    for (Part part : Part.values()) {
      text.append(text.isEmpty() ? "" : "; ")
          .append(part.label())
          .append(' ')
          .append(data.part(part).size())
          .append(" sites of ")
          .append(data.split().materials(part));
    }
    return text.toString();
  }
}
