package io.github.epdi.training.pretraining;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.epdi.image.ImageSpec;
import io.github.epdi.model.network.Network;
import io.github.epdi.model.safetensors.SafetensorsWriter;
import io.github.epdi.model.safetensors.TensorType;
import io.github.epdi.structure.InputException;
import io.github.epdi.training.examples.ImageCalibration;
import io.github.epdi.training.examples.ImageSite;
import io.github.epdi.training.loop.Checkpoint;
import io.github.epdi.training.loop.HeInitialisation;
import io.github.epdi.training.loop.StartWeights;
import io.github.epdi.training.loop.TrainingLoop;
import io.github.epdi.training.loop.TrainingProgress;
import io.github.epdi.training.loop.TrainingState;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;

/**
 * Teaches a network what potentials look like, on grids without labels. The network learns to
 * predict numbers that the potential itself determines ({@link SurrogateTargets}). A fine-tuning
 * can begin with its weights. The same request continues a run that was killed.
 */
public final class Pretraining {
  private static final String ENGINE = "PyTorch";

  private final Configuration configuration;
  private final PretrainingRequest request;
  private final TrainingProgress progress;

  /** Prepares a pretraining. */
  public Pretraining(
      Configuration configuration, PretrainingRequest request, TrainingProgress progress) {
    this.configuration = configuration;
    this.request = request;
    this.progress = progress;
  }

  /**
   * Trains, or continues a training, until the file is written.
   *
   * @return mean absolute error of the held-out grids' targets, in their deviations; NaN without
   *     such grids
   * @throws InputException if grids, options or a checkpoint cannot be used
   */
  public double run() throws IOException {
    if (Files.exists(request.out())) {
      throw new InputException(
          "Cannot write " + request.out() + ": expected a new name, found that it exists");
    }
    UnlabelledGrids grids =
        UnlabelledGrids.read(
            request.directory(),
            configuration,
            request.conventions(),
            request.image().heightsAngstrom());
    int count = grids.grids().size();
    int training = Math.max(1, (int) Math.round(count * (1 - request.heldOut())));
    long seed = request.schedule().seed();
    List<ImageSite> sites = grids.sites(0, training, request.sites(), seed);
    List<ImageSite> held = grids.sites(training, count, request.sites(), seed);
    progress.note(
        String.format(
            Locale.ROOT,
            "%d places of %d grids, %d held out, %d grids rejected.",
            sites.size(),
            training,
            count - training,
            grids.rejected()));
    SurrogateTargets targets = new SurrogateTargets(sites);
    ImageSpec image = new ImageCalibration(request.image(), sites).spec();
    return train(
        image,
        new PretrainingImages(sites, image, targets),
        new PretrainingImages(held, image, targets),
        grids.sha256());
  }

  private double train(
      ImageSpec image, PretrainingImages images, PretrainingImages held, String gridsSha256)
      throws IOException {
    StartWeights start = StartWeights.read(request.start().file());
    start.requireFeaturesOf(request.architecture());
    String settings = settings(image, images, held, gridsSha256, start.sha256());
    Checkpoint checkpoint = new Checkpoint(request.checkpointDirectory(), settings);
    Optional<TrainingState> previous = checkpoint.read();
    Network network = request.architecture().newNetwork(SurrogateTargets.COUNT);
    try (NDManager manager = NDManager.newBaseManager(Device.cpu(), ENGINE)) {
      start.load(manager, network);
      Shape input = new Shape(request.schedule().batch()).addAll(images.shape());
      new HeInitialisation(request.schedule().seed()).fill(manager, network, input);
      TrainingLoop loop =
          new TrainingLoop(
              manager,
              network,
              request.schedule(),
              images,
              new SurrogateValidation(manager, held),
              1,
              1,
              request.turns());
      previous.ifPresent(loop::restore);
      TrainingState end =
          loop.run(
              (state, report) -> {
                checkpoint.write(state);
                progress.epoch(report);
              });
      Double error = end.history().get(end.bestEpoch() - 1).validationMaeEv();
      write(network, settings, error);
      checkpoint.delete();
      return error == null ? Double.NaN : error;
    }
  }

  private void write(Network network, String settings, Double error) throws IOException {
    SafetensorsWriter writer = new SafetensorsWriter();
    writer.metadata("pretraining", settings);
    writer.metadata("surrogate_mae_deviations", String.valueOf(error));
    network.save(writer, "", TensorType.F32);
    writer.replace(request.out());
  }

  /** Returns everything that the weights depend on. */
  private String settings(
      ImageSpec image,
      PretrainingImages images,
      PretrainingImages held,
      String gridsSha256,
      String startSha256) {
    ObjectMapper json = new ObjectMapper();
    ObjectNode root = json.createObjectNode();
    root.put("architecture", request.architecture().id());
    root.set("image", json.valueToTree(image));
    root.set("schedule", json.valueToTree(request.schedule()));
    root.put("grids_sha256", gridsSha256);
    root.put("sites", images.count());
    root.put("held_out_sites", held.count());
    root.set("places", json.valueToTree(request.sites()));
    root.put("turns", request.turns().name());
    root.put("start_sha256", startSha256);
    return root.toString();
  }
}
