package io.github.epdi.training.calibration;

import io.github.epdi.dataset.LabelTable;
import io.github.epdi.model.BundleMetadata;
import io.github.epdi.model.Calibration;
import io.github.epdi.model.ModelBundle;
import io.github.epdi.screening.GridScreening;
import io.github.epdi.screening.campaign.StoredBundle;
import io.github.epdi.structure.InputException;
import io.github.epdi.training.accuracy.ErrorStatistics;
import io.github.epdi.training.accuracy.Pair;
import io.github.epdi.training.examples.LabelledGrids;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/**
 * Makes a bundle for another level of theory from a bundle and a handful of labels. One label fixes
 * an offset; from six labels of three materials on a slope is fitted too, if left-out labels are
 * predicted better with it.
 */
public final class BundleCalibration {
  private static final double SMALLEST_SLOPE = 0.5;
  private static final double LARGEST_SLOPE = 2;

  private final SparkSession spark;
  private final CalibrationRequest request;
  private final Consumer<String> notes;

  /**
   * Prepares a calibration. Spark reads the table of labels when it runs.
   *
   * @param notes is told what a person should know on the way
   */
  public BundleCalibration(SparkSession spark, CalibrationRequest request, Consumer<String> notes) {
    this.spark = spark;
    this.request = request;
    this.notes = notes;
  }

  /**
   * Fits and writes the new bundle.
   *
   * @return what it was fitted to, and what to expect
   * @throws InputException if labels, grids, the bundle or its new place cannot be used
   */
  public Calibration run() throws IOException {
    if (Files.exists(request.out())) {
      throw new InputException(
          "Cannot write bundle " + request.out() + ": expected a new name, found that it exists");
    }
    Configuration configuration = spark.sparkContext().hadoopConfiguration();
    ModelBundle bundle = StoredBundle.read(request.bundle(), configuration);
    BundleMetadata before = bundle.metadata();
    CalibrationRequest.Labels labels = request.labels();
    LabelTable table = new LabelTable(spark);
    List<Pair> pairs = pairs(table);
    List<String> materials = pairs.stream().map(Pair::cluster).distinct().sorted().toList();
    warnOfKnown(materials, before);
    LineFit form = LineFit.choose(pairs);
    EnergyLine line = form.fit(pairs);
    requirePlausible(line);
    OptionalDouble leftOut = form.leftOutMaeEv(pairs);
    Calibration fitted =
        new Calibration(
            new Calibration.Base(bundle.digest(), before.target().column(), before.theory()),
            new Calibration.Labels(table.sha256(labels.location()), pairs.size(), materials),
            line.offsetEv(),
            line.slope(),
            new Calibration.Errors(
                ErrorStatistics.of(pairs).maeEv(),
                leftOut.isPresent() ? leftOut.getAsDouble() : null));
    ModelBundle.of(before.calibrated(labels.target(), labels.theory(), fitted), bundle.weights())
        .write(request.out());
    return fitted;
  }

  private List<Pair> pairs(LabelTable table) {
    List<String> settings = new ArrayList<>(request.settings());
    settings.add("model.bundle=" + request.bundle());
    settings.add("side=" + request.grids().side().label());
    try (GridScreening screening = GridScreening.with(settings)) {
      LabelledPredictions predictions = new LabelledPredictions(screening, request.grids());
      predictions.add(table.read(request.labels().location(), request.labels().target()));
      check(predictions);
      return predictions.pairs();
    }
  }

  private void check(LabelledPredictions predictions) {
    List<String> problems = predictions.problems();
    boolean stop = request.labels().unusable() == CalibrationRequest.Unusable.STOP;
    if (stop || predictions.pairs().isEmpty()) {
      LabelledGrids.requireNone(problems, "--skip-unusable goes on without them");
    }
    problems.forEach(problem -> notes.accept("Skipped: " + problem));
    if (predictions.pairs().isEmpty()) {
      throw new InputException("Cannot calibrate: expected at least one label, found none");
    }
  }

  /** Errors on materials that the bundle was trained on are smaller than those of a screening. */
  private void warnOfKnown(List<String> materials, BundleMetadata before) {
    List<String> known =
        materials.stream().filter(before.trainingData().split().training()::contains).toList();
    if (!known.isEmpty()) {
      notes.accept(
          "The bundle was trained on materials of these names, so expect larger errors on others: "
              + String.join(", ", known));
    }
  }

  private static void requirePlausible(EnergyLine line) {
    if (!(line.slope() >= SMALLEST_SLOPE && line.slope() <= LARGEST_SLOPE)) {
      throw new InputException(
          String.format(
              Locale.ROOT,
              "Cannot calibrate: expected labels that follow the bundle's energies with a slope of"
                  + " %.1f to %.1f, found %.3f",
              SMALLEST_SLOPE,
              LARGEST_SLOPE,
              line.slope()));
    }
  }
}
