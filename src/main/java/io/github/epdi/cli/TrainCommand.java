package io.github.epdi.cli;

import io.github.epdi.cli.shell.ExitCodes;
import io.github.epdi.cli.shell.StatusLine;
import io.github.epdi.cli.shell.Terminal;
import io.github.epdi.cli.shell.Verbosity;
import io.github.epdi.dataset.LevelOfTheoryFile;
import io.github.epdi.levels.LevelsNames;
import io.github.epdi.model.network.Architecture;
import io.github.epdi.model.safetensors.TensorType;
import io.github.epdi.report.figure.LabelAccuracy;
import io.github.epdi.report.figure.LabelledPair;
import io.github.epdi.report.figure.ParityFigure;
import io.github.epdi.report.figure.ReliabilityFigure;
import io.github.epdi.structure.InputException;
import io.github.epdi.structure.Side;
import io.github.epdi.structure.SiteKind;
import io.github.epdi.theory.LevelOfTheory;
import io.github.epdi.training.accuracy.EvaluationRow;
import io.github.epdi.training.affinity.AffinityRequest;
import io.github.epdi.training.affinity.AffinityResult;
import io.github.epdi.training.affinity.AffinityTraining;
import io.github.epdi.training.affinity.Reliability;
import io.github.epdi.training.examples.GridSource;
import io.github.epdi.training.examples.SplitOptions;
import io.github.epdi.training.finetuning.FineTuning;
import io.github.epdi.training.finetuning.FineTuningRequest;
import io.github.epdi.training.finetuning.FineTuningRequest.Previous;
import io.github.epdi.training.finetuning.FineTuningRequest.Unusable;
import io.github.epdi.training.loop.Start;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes a model bundle from labelled grids, by fine-tuning a network or by fitting regressions. */
@Command(
    name = "train",
    description = {
      "Makes a model bundle of labelled grids.",
      "",
      "By default two regressions through the slab's electron affinity, the local potential and"
          + " the metal layer: on materials that nobody trained on they err least"
          + " (jobs/study/README.md). They need the file of electronic levels beside each grid.",
      "With --model network a network is fine-tuned on images; the options about images,"
          + " schedule, parts and weights are its."
    },
    footer = {
      "",
      "A training that was killed goes on when the same command is given again.",
      "Example: epdi train --labels labels.csv --grids grids/ --out my-bundle",
      "Example: epdi train --labels data/labels --level-of-theory data/level-of-theory.yaml --out"
          + " b",
      "Example: epdi train --model network --labels labels.csv --grids grids/ --out my-bundle \\",
      "           --architecture resnet50 --pretrained resnet50.safetensors"
    },
    showDefaultValues = true,
    mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {
  /** Options that regressions do not have. Whoever gives one wants a network. */
  private static final List<String> OF_THE_NETWORK =
      List.of(
          "--architecture",
          "--pretrained",
          "--start",
          "--test-materials",
          "--test-fraction",
          "--validation-materials",
          "--validation-fraction",
          "--encoding",
          "--colormap",
          "--heights",
          "--window",
          "--pixels",
          "--vmin",
          "--vmax",
          "--images-per-site",
          "--epochs",
          "--batch",
          "--lr",
          "--weight-decay",
          "--seed",
          "--copies",
          "--precision");

  @Spec private CommandSpec spec;

  @Option(names = "--labels", required = true, description = "Table of labels: CSV or Parquet.")
  private String labels;

  @Option(names = "--target", defaultValue = "binding_energy_ev", description = "Its column, eV.")
  private String target;

  @Option(
      names = "--grids",
      description = "Directory of the potential grids; without it each label's own grid_uri.")
  private String grids;

  @Option(
      names = "--grid-pattern",
      defaultValue = GridSource.MATERIAL + ".cube.gz",
      description = "File name of a material's grid.")
  private String gridPattern;

  @Option(names = "--out", required = true, description = "Bundle to write: a new directory.")
  private Path out;

  @Option(names = "--side", defaultValue = "TOP", description = "Side of the labels: top, bottom.")
  private Side side;

  /** The models that a bundle can predict with. */
  enum ModelChoice {
    /** Regressions on electronic levels and the local potential. */
    AFFINITY,
    /** A neural network on images. */
    NETWORK
  }

  @Option(
      names = "--model",
      defaultValue = "AFFINITY",
      description =
          "What predicts: affinity (levels and potential; the best on unseen materials), network"
              + " (images).")
  private ModelChoice model;

  @Option(
      names = "--levels",
      split = ",",
      description =
          "Names of the file of levels beside a grid, tried in this order ({name}.out, EIGENVAL,"
              + " OUTCAR, vasprun.xml, vaspout.h5, data-file-schema.xml).")
  private List<String> levels = List.of();

  @Option(
      names = "--architecture",
      defaultValue = "DENSENET121",
      description = "Network: densenet121, resnet50, vgg16.")
  private Architecture architecture;

  @ArgGroup(exclusive = true)
  private StartOptions start;

  @Option(
      names = "--test-materials",
      split = ",",
      description = "Materials to hold out, seen by the final evaluation alone.")
  private List<String> testMaterials = List.of();

  @Option(names = "--test-fraction", defaultValue = "0", description = "Or a share, by seed.")
  private double testFraction;

  @Option(
      names = "--validation-materials",
      split = ",",
      description = "Materials that choose the epoch that is kept.")
  private List<String> validationMaterials = List.of();

  @Option(
      names = "--validation-fraction",
      defaultValue = "0.15",
      description = "Or a share, by seed; 0 keeps the last epoch.")
  private double validationFraction;

  @Mixin private ImageTrainingOptions image;

  @Mixin private ScheduleOptions schedule;

  @Option(
      names = "--copies",
      defaultValue = "1",
      description = "Symmetric copies that a prediction averages: 1 or an even number.")
  private int copies;

  @Option(
      names = "--precision",
      defaultValue = "float16",
      description = "Written weights: float16, float32.")
  private String precision;

  @Option(names = "--level-of-theory", description = "YAML or JSON file on the labels.")
  private Path levelOfTheory;

  @Option(names = "--ion", defaultValue = "Li", description = "The mobile ion.")
  private String ion;

  @Option(names = "--licence", defaultValue = "Apache-2.0", description = "Of the bundle (SPDX).")
  private String licence;

  @Mixin private PotentialOptions potential;

  @Option(names = "--skip-unusable", description = "Go on without unusable labels and grids.")
  private boolean skipUnusable;

  @Option(names = "--restart", description = "Begin anew; replace an unfinished or old bundle.")
  private boolean restart;

  @Option(names = "--threads", defaultValue = "1", description = "Threads of the network.")
  private int threads;

  @Override
  public Integer call() throws IOException {
    if (threads < 1) {
      throw new InputException("Cannot train: expected --threads of at least 1, found " + threads);
    }
    if (model == ModelChoice.AFFINITY) {
      refuseOptionsOfTheNetwork();
    }
    FineTuningRequest request = model == ModelChoice.NETWORK ? request() : null;
    System.setProperty("ai.djl.pytorch.num_threads", Integer.toString(threads));
    CommandLine console = spec.commandLine();
    TrainingPrinter printer =
        new TrainingPrinter(
            console.getOut(),
            new StatusLine(console.getErr(), Terminal.isInteractive(), Verbosity.of(spec)));
    try (SparkSession spark =
        SparkSession.builder()
            .appName("epdi train")
            .master("local[1]")
            .config("spark.ui.enabled", "false")
            .getOrCreate()) {
      if (model == ModelChoice.NETWORK) {
        printer.result(new FineTuning(spark, request, printer).run(), out);
      } else {
        AffinityResult result = new AffinityTraining(spark, affinityRequest(), printer::note).run();
        writeFigure(result.rows());
        writeFigureOfIntervals(result.reliability());
        printer.result(result, out);
      }
    }
    return ExitCodes.DONE;
  }

  /** Throws an {@link InputException} if an option was given that regressions would ignore. */
  private void refuseOptionsOfTheNetwork() {
    for (String option : OF_THE_NETWORK) {
      if (spec.commandLine().getParseResult().hasMatchedOption(option)) {
        throw new InputException(
            "Cannot train --model affinity with "
                + option
                + ": expected --model network beside it, found none");
      }
    }
  }

  /**
   * Draws the saddles as they were predicted while their material was left out, against their
   * labels. Without labelled saddles there is no figure.
   */
  private void writeFigure(List<EvaluationRow> rows) throws IOException {
    List<LabelledPair> pairs =
        rows.stream()
            .filter(row -> row.kind() == SiteKind.B)
            .map(
                row ->
                    new LabelledPair(
                        row.materialId(), row.siteId(), row.labelEv(), row.predictionEv()))
            .toList();
    if (!pairs.isEmpty()) {
      Files.writeString(
          out.resolve(AffinityTraining.FIGURE),
          new ParityFigure(LabelAccuracy.heldOut(pairs)).svg());
    }
  }

  private void writeFigureOfIntervals(List<Reliability> reliability) throws IOException {
    if (!reliability.isEmpty()) {
      Files.writeString(
          out.resolve(AffinityTraining.RELIABILITY_FIGURE),
          new ReliabilityFigure(
                  reliability.stream()
                      .map(
                          point ->
                              new ReliabilityFigure.Point(point.of(), point.said(), point.found()))
                      .toList())
              .svg());
    }
  }

  private AffinityRequest affinityRequest() throws IOException {
    return new AffinityRequest(
        new AffinityRequest.Labels(
            labels,
            target,
            skipUnusable ? AffinityRequest.Unusable.SKIP : AffinityRequest.Unusable.STOP),
        new GridSource(grids, gridPattern, side, potential.conventions()),
        levels.isEmpty() ? LevelsNames.DEFAULTS : levels,
        new AffinityRequest.Bundle(
            theory(),
            ion,
            licence,
            restart ? AffinityRequest.Existing.REPLACE : AffinityRequest.Existing.REFUSE,
            out));
  }

  private LevelOfTheory theory() throws IOException {
    return levelOfTheory == null ? LevelOfTheory.UNSAID : LevelOfTheoryFile.read(levelOfTheory);
  }

  private FineTuningRequest request() throws IOException {
    return new FineTuningRequest(
        labels,
        target,
        new GridSource(grids, gridPattern, side, potential.conventions()),
        image.options(),
        new SplitOptions(testMaterials, testFraction, validationMaterials, validationFraction),
        schedule.schedule(),
        architecture,
        start == null ? Start.RANDOM : start.start(),
        copies,
        tensorType(),
        theory(),
        ion,
        licence,
        skipUnusable ? Unusable.SKIP : Unusable.STOP,
        restart ? Previous.REPLACE : Previous.GO_ON,
        out);
  }

  private TensorType tensorType() {
    return switch (precision) {
      case "float16" -> TensorType.F16;
      case "float32" -> TensorType.F32;
      default ->
          throw new InputException(
              "Cannot write weights: expected --precision float16 or float32, found " + precision);
    };
  }
}
