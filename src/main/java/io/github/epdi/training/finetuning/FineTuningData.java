package io.github.epdi.training.finetuning;

import io.github.epdi.dataset.Label;
import io.github.epdi.dataset.LabelTable;
import io.github.epdi.grid.GridFiles;
import io.github.epdi.image.ImageSpec;
import io.github.epdi.model.BundleMetadata;
import io.github.epdi.structure.InputException;
import io.github.epdi.training.examples.ImageCalibration;
import io.github.epdi.training.examples.LabelledGrid;
import io.github.epdi.training.examples.LabelledGrids;
import io.github.epdi.training.examples.LabelledSite;
import io.github.epdi.training.examples.MaterialSplit;
import io.github.epdi.training.examples.Part;
import io.github.epdi.training.loop.Start;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.spark.sql.SparkSession;

/**
 * The labels, grids and split of a fine-tuning, and what follows from the training part.
 *
 * @param grids labelled grids by material
 * @param sites all labelled sites
 * @param split materials of each part
 * @param problems one line for each label or grid that was skipped
 * @param labelsSha256 digest of the table
 * @param target mean and standard deviation of the training labels
 * @param image image specification, completed from the training part
 */
public record FineTuningData(
    List<LabelledGrid> grids,
    List<LabelledSite> sites,
    MaterialSplit split,
    List<String> problems,
    String labelsSha256,
    BundleMetadata.Target target,
    ImageSpec image) {

  static FineTuningData read(SparkSession spark, FineTuningRequest request) {
    LabelTable table = new LabelTable(spark);
    List<Label> labels = table.read(request.labels(), request.target());
    GridFiles files = new GridFiles(spark.sparkContext().hadoopConfiguration());
    LabelledGrids found =
        LabelledGrids.read(labels, files, request.grids(), request.image().heightsAngstrom());
    if (request.unusable() == FineTuningRequest.Unusable.STOP) {
      found.requireNoProblems();
    }
    if (found.grids().isEmpty()) {
      throw new InputException(
          "Cannot train: expected labels with a grid, found none; " + found.problems().get(0));
    }
    MaterialSplit split =
        MaterialSplit.of(
            found.grids().stream().map(LabelledGrid::materialId).toList(),
            request.split(),
            request.schedule().seed());
    List<LabelledSite> sites = LabelledSite.all(found.grids(), split);
    List<LabelledSite> training = part(sites, Part.TRAINING);
    return new FineTuningData(
        found.grids(),
        sites,
        split,
        found.problems(),
        table.sha256(request.labels()),
        target(request.target(), training, LabelledSite::labelEv),
        image(request, training));
  }

  private static ImageSpec image(FineTuningRequest request, List<LabelledSite> training) {
    ImageCalibration calibration = new ImageCalibration(request.image(), training);
    return request.start().origin() == Start.Origin.IMAGENET
        ? calibration.imageNetSpec()
        : calibration.spec();
  }

  /** Returns the sites of a part. */
  List<LabelledSite> part(Part part) {
    return part(sites, part);
  }

  private static List<LabelledSite> part(List<LabelledSite> sites, Part part) {
    return sites.stream().filter(site -> site.part() == part).toList();
  }

  /**
   * Returns centre and scale of what is to be predicted, which are its mean and its standard
   * deviation. The scale is 1 where all values are equal.
   *
   * @param column column of the labels
   * @param valueEv gives the value of a site in eV
   */
  public static BundleMetadata.Target target(
      String column, List<LabelledSite> training, ToDoubleFunction<LabelledSite> valueEv) {
    double mean = training.stream().mapToDouble(valueEv).average().orElseThrow();
    double variance =
        training.stream()
            .mapToDouble(site -> Math.pow(valueEv.applyAsDouble(site) - mean, 2))
            .average()
            .orElseThrow();
    // Equal values leave nothing to scale by.
    return new BundleMetadata.Target(column, mean, variance > 0 ? Math.sqrt(variance) : 1);
  }
}
