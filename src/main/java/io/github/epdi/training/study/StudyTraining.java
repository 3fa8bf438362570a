package io.github.epdi.training.study;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.epdi.image.ImageSpec;
import io.github.epdi.model.BundleMetadata;
import io.github.epdi.model.network.Network;
import io.github.epdi.model.safetensors.SafetensorsWriter;
import io.github.epdi.model.safetensors.TensorType;
import io.github.epdi.structure.InputException;
import io.github.epdi.structure.SiteKind;
import io.github.epdi.training.accuracy.BarrierPairs;
import io.github.epdi.training.accuracy.Baselines;
import io.github.epdi.training.accuracy.Pair;
import io.github.epdi.training.accuracy.ProfileRidge;
import io.github.epdi.training.examples.ImageCalibration;
import io.github.epdi.training.examples.LabelledGrid;
import io.github.epdi.training.examples.LabelledSite;
import io.github.epdi.training.examples.Part;
import io.github.epdi.training.examples.SiteTrainingImages;
import io.github.epdi.training.examples.SiteValidation;
import io.github.epdi.training.examples.SiteValues;
import io.github.epdi.training.finetuning.FineTuningData;
import io.github.epdi.training.loop.Checkpoint;
import io.github.epdi.training.loop.EpochRecord;
import io.github.epdi.training.loop.HeInitialisation;
import io.github.epdi.training.loop.Schedule;
import io.github.epdi.training.loop.Seeds;
import io.github.epdi.training.loop.StartWeights;
import io.github.epdi.training.loop.TrainingLoop;
import io.github.epdi.training.loop.TrainingState;
import io.github.epdi.training.pretraining.HeadFit;
import io.github.epdi.training.pretraining.PretrainedHead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** Runs one training of a study, from labelled grids to predictions. It continues after a kill. */
final class StudyTraining {
  private static final String ENGINE = "PyTorch";

  private final StudySetting setting;
  private final StudyCell cell;
  private final StudyPlan.Training training;
  private final List<LabelledGrid> grids;
  private final List<LabelledSite> sites;
  private final List<LabelledSite> trained;
  private final SiteValues labels;

  /**
   * Prepares a training.
   *
   * @param grids all labelled grids
   */
  StudyTraining(
      StudySetting setting, StudyCell cell, StudyPlan.Training training, List<LabelledGrid> grids) {
    this.setting = setting;
    this.cell = cell;
    this.training = training;
    this.grids = grids;
    List<LabelledSite> all = new ArrayList<>();
    for (LabelledGrid grid : grids) {
      grid.matches().forEach(match -> all.add(new LabelledSite(grid, match, Part.TRAINING)));
    }
    this.labels = new SiteValues(all, LabelledSite::labelEv);
    this.sites = cell.split().divide(all, cell).stream().filter(this::isUsed).toList();
    this.trained = sites.stream().filter(site -> site.part() == Part.TRAINING).toList();
    if (trained.size() < 2) {
      throw new InputException(
          "Cannot train "
              + cell.id()
              + ": expected at least two labels to train on, found "
              + trained.size());
    }
  }

  private boolean isUsed(LabelledSite site) {
    return cell.target() == StudyTarget.DIRECT
        || (site.kind() == SiteKind.B && neighboursEv(site).isPresent());
  }

  private OptionalDouble neighboursEv(LabelledSite site) {
    return Baselines.neighboursMeanEv(site, labels);
  }

  /** Returns what the network is to predict for a site in eV. */
  private double valueEv(LabelledSite site) {
    return cell.target() == StudyTarget.DIRECT
        ? site.labelEv()
        : site.labelEv() - neighboursEv(site).orElseThrow();
  }

  /** Returns the binding energy that follows from what the network predicts, in eV. */
  private double energyEv(LabelledSite site, double predictedEv) {
    return cell.target() == StudyTarget.DIRECT
        ? predictedEv
        : predictedEv + neighboursEv(site).orElseThrow();
  }

  /** Trains, or continues a training, and predicts. */
  StudyResult run() throws IOException {
    String startFile = setting.start(cell);
    StartWeights start = StartWeights.read(startFile == null ? null : Path.of(startFile));
    start.requireFeaturesOf(cell.architecture());
    ImageSpec image = new ImageCalibration(setting.image(cell), trained).spec();
    BundleMetadata.Target target = FineTuningData.target(setting.target(), trained, this::valueEv);
    JsonNode settings = settings(image, target, start.sha256());
    Checkpoint checkpoint = new Checkpoint(workDirectory(), settings.toString());
    TransferSettings transfer = startFile == null ? TransferSettings.NONE : training.transfer();
    Set<LabelledSite> validated = validation();
    List<LabelledSite> learned =
        trained.stream().filter(site -> !validated.contains(site)).toList();
    Network network = cell.architecture().newNetwork();
    try (NDManager manager = NDManager.newBaseManager(Device.cpu(), ENGINE)) {
      start.load(manager, network);
      SiteTrainingImages images =
          new SiteTrainingImages(
              learned, image, target, SiteTrainingImages.Weighting.SITES, this::valueEv);
      Shape input = new Shape(training.batch()).addAll(images.shape());
      new HeInitialisation(cell.seed()).fill(manager, network, input);
      network.statistics(transfer.statistics());
      if (transfer.head() != TransferSettings.Head.RANDOM) {
        PretrainedHead before =
            transfer.head() == TransferSettings.Head.SURROGATE_RIDGE
                ? PretrainedHead.of(start, network)
                : null;
        HeadFit.fit(manager, network, images, cell.seed(), training.turns(), before);
      }
      SiteValidation validation =
          new SiteValidation(
              manager, List.copyOf(validated), image, setting.copies(), target, this::valueEv);
      Course course =
          training.epochs() == 0
              ? Course.NONE
              : course(manager, network, images, validation, target, transfer, checkpoint);
      IdentityHashMap<LabelledSite, Double> energies = new IdentityHashMap<>();
      sites.forEach(s -> energies.put(s, energyEv(s, validation.predict(network, s))));
      StudyResult result =
          new StudyResult(
              cell,
              settings,
              predictions(energies::get, image),
              barriers(energies::get),
              course.history(),
              course.bestEpoch(),
              course.seconds(),
              Double.isFinite(course.imagesPerSecond()) ? course.imagesPerSecond() : null);
      if (cell.split() == StudySplit.ALL) {
        saveWeights(network, settings);
      }
      result.write(Path.of(setting.directory()));
      checkpoint.delete();
      return result;
    }
  }

  private record Course(
      List<EpochRecord> history, int bestEpoch, double seconds, double imagesPerSecond) {
    /** The course of a training in which at most the last layer was fitted. */
    static final Course NONE = new Course(List.of(), 0, 0, Double.NaN);
  }

  private Course course(
      NDManager manager,
      Network network,
      SiteTrainingImages images,
      SiteValidation validation,
      BundleMetadata.Target target,
      TransferSettings transfer,
      Checkpoint checkpoint) {
    Schedule schedule = schedule();
    TrainingLoop loop =
        new TrainingLoop(
            manager,
            network,
            schedule,
            images,
            validation,
            target.scaleEv(),
            transfer.firstLayerShare(),
            training.turns());
    checkpoint.read().ifPresent(loop::restore);
    double[] seconds = {0};
    int[] epochs = {0};
    TrainingState end =
        loop.run(
            (state, report) -> {
              checkpoint.write(state);
              seconds[0] += report.seconds();
              epochs[0]++;
            });
    int steps = schedule.stepsPerEpoch(images.repeats().length);
    double pace = (double) epochs[0] * steps * schedule.batch() / seconds[0];
    return new Course(end.history(), end.bestEpoch(), seconds[0], pace);
  }

  /** Returns the file of the weights of a cell without a test. */
  static Path weightsFile(Path directory, StudyCell cell) {
    return directory.resolve("weights").resolve(cell.id() + ".safetensors");
  }

  private void saveWeights(Network network, JsonNode settings) throws IOException {
    SafetensorsWriter writer = new SafetensorsWriter();
    writer.metadata("settings", settings.toString());
    network.save(writer, "", TensorType.F16);
    Path file = weightsFile(Path.of(setting.directory()), cell);
    Files.createDirectories(file.getParent());
    writer.replace(file);
  }

  private Path workDirectory() {
    return Path.of(setting.directory()).resolve("work").resolve(cell.id());
  }

  private Schedule schedule() {
    return new Schedule(
        training.epochs(),
        training.imagesPerSite(),
        training.batch(),
        training.learningRate(),
        training.weightDecay(),
        cell.seed());
  }

  /** Draws the training sites that choose the epoch and are not used to fit the weights. */
  private Set<LabelledSite> validation() {
    List<LabelledSite> order = new ArrayList<>(trained);
    Collections.shuffle(order, Seeds.random(cell.seed(), "validation", 0));
    int count = (int) Math.round(training.validationShare() * order.size());
    return new HashSet<>(order.subList(0, count));
  }

  private JsonNode settings(ImageSpec image, BundleMetadata.Target target, String startSha256) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("cell", cell);
    settings.put("training", training);
    settings.put("image", image);
    settings.put("copies", setting.copies());
    settings.put("labels_sha256", setting.labelsSha256());
    settings.put("target_mean_ev", target.meanEv());
    settings.put("target_scale_ev", target.scaleEv());
    settings.put("start_sha256", startSha256);
    return StudyResult.tree(settings);
  }

  private List<StudyPrediction> predictions(
      ToDoubleFunction<LabelledSite> networkEv, ImageSpec image) {
    Baselines baselines =
        cell.target() == StudyTarget.DIRECT
            ? new Baselines(trained)
            : new Baselines(trained, labels);
    SiteValues neighbours =
        cell.split() == StudySplit.RANDOM ? labels : new SiteValues(sites, networkEv);
    double[] values = trained.stream().mapToDouble(LabelledSite::labelEv).toArray();
    ProfileRidge ridge = new ProfileRidge(trained, values, image.heightsAngstrom());
    List<StudyPrediction> predictions = new ArrayList<>();
    for (LabelledSite site : sites) {
      OptionalDouble bridge = baselines.bridgeEv(site, neighbours);
      predictions.add(
          new StudyPrediction(
              site.materialId(),
              site.match().site().id(),
              site.kind().name(),
              site.part().label(),
              site.labelEv(),
              networkEv.applyAsDouble(site),
              baselines.meanEv(),
              baselines.lineEv(site),
              bridge.isPresent() ? bridge.getAsDouble() : null,
              ridge.valueEv(site)));
    }
    return predictions;
  }

  /**
   * Returns the barriers of the paths that have a tested saddle, with all five points as the
   * network predicts them.
   */
  private List<Pair> barriers(ToDoubleFunction<LabelledSite> networkEv) {
    if (cell.target() != StudyTarget.DIRECT) {
      return List.of();
    }
    List<LabelledSite> tested =
        sites.stream()
            .filter(site -> site.kind() == SiteKind.B && site.part() == Part.TEST)
            .toList();
    SiteValues of = new SiteValues(tested, LabelledSite::labelEv);
    return new BarrierPairs(labels, new SiteValues(sites, networkEv)).of(grids, of);
  }
}
