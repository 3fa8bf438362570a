package io.github.epdi.training.affinity;

import io.github.epdi.dataset.LabelTable;
import io.github.epdi.grid.GridFiles;
import io.github.epdi.image.Colormap;
import io.github.epdi.image.Encoding;
import io.github.epdi.image.ImageSpec;
import io.github.epdi.levels.LevelsConvention;
import io.github.epdi.levels.LevelsFiles;
import io.github.epdi.model.BundleMetadata;
import io.github.epdi.model.ModelBundle;
import io.github.epdi.model.physics.AffinityPart;
import io.github.epdi.model.physics.TrainedSlabs;
import io.github.epdi.model.physics.Trust;
import io.github.epdi.structure.InputException;
import io.github.epdi.structure.Side;
import io.github.epdi.structure.Slab;
import io.github.epdi.training.accuracy.EvaluationCsv;
import io.github.epdi.training.accuracy.EvaluationRow;
import io.github.epdi.training.examples.LabelledGrids;
import io.github.epdi.training.examples.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/**
 * Makes a bundle that predicts without images, from labels, grids and levels. All labels are
 * fitted. The accuracy that the bundle states is that of models that had not seen the label's
 * material, or its host.
 */
public final class AffinityTraining {
  /** Name of the picture of left-out predictions in the bundle's directory. */
  public static final String FIGURE = "left-out.svg";

  private static final List<String> FILES =
      List.of("bundle.json", "model.safetensors", "evaluation.csv", FIGURE);
  private static final long SEED = 1;

  /** Share of the saddles that the paper's random split trains on. */
  private static final double TRAINED_SADDLES = 1.0 / 3;

  private static final int DRAWS = 20;

  /** What the intervals of a bundle say of themselves. */
  private static final double COVERAGE = 0.8;

  /** The coverages at which intervals are measured. */
  private static final double[] COVERAGES = {0.5, COVERAGE, 0.9};

  /** Specification of the pictures that reports show. */
  private static final ImageSpec PICTURES =
      new ImageSpec(
          Encoding.COLORMAP,
          Colormap.VIRIDIS,
          List.of(1.5),
          8,
          96,
          -1.2,
          0.2,
          List.of(0.0, 0.0, 0.0),
          List.of(1.0, 1.0, 1.0));

  private final SparkSession spark;
  private final AffinityRequest request;
  private final Consumer<String> notes;

  /**
   * Prepares a training. Spark reads the table of labels when it runs.
   *
   * @param notes is told what a person should know on the way
   */
  public AffinityTraining(SparkSession spark, AffinityRequest request, Consumer<String> notes) {
    this.spark = spark;
    this.request = request;
    this.notes = notes;
  }

  /**
   * Fits, evaluates and writes the bundle.
   *
   * @throws InputException if labels, grids, levels or the place of the bundle cannot be used
   */
  public AffinityResult run() throws IOException {
    Path out = request.bundle().directory();
    if (Files.exists(out)) {
      replace(out);
    }
    LabelTable table = new LabelTable(spark);
    Configuration configuration = spark.sparkContext().hadoopConfiguration();
    DescribedLabelsReader reader =
        new DescribedLabelsReader(
            new GridFiles(configuration),
            new LevelsFiles(configuration),
            request.levelsNames(),
            LevelsConvention.DEFAULT);
    List<DescribedSite> sites =
        reader.read(
            table.read(request.labels().location(), request.labels().target()), request.grids());
    check(reader.problems(), sites);
    notes.accept(
        sites.size() + " labels of " + materials(sites).size() + " materials are described.");
    AffinityResult result = evaluate(sites);
    ModelBundle.ofAffinity(metadata(sites, table.sha256(request.labels().location()), result))
        .write(out);
    EvaluationCsv.write(out.resolve("evaluation.csv"), result.rows());
    return result;
  }

  private void replace(Path out) throws IOException {
    if (request.bundle().existing() == AffinityRequest.Existing.REFUSE) {
      throw new InputException(
          "Cannot write bundle "
              + out
              + ": expected a new name, found that it exists; --restart replaces it");
    }
    for (String name : FILES) {
      Files.deleteIfExists(out.resolve(name));
    }
    Files.delete(out);
  }

  private void check(List<String> problems, List<DescribedSite> sites) {
    if (request.labels().unusable() == AffinityRequest.Unusable.STOP) {
      LabelledGrids.requireNone(
          problems, "--skip-unusable goes on without them, --model network needs no levels");
    }
    problems.forEach(problem -> notes.accept("Skipped: " + problem));
    if (materials(sites).size() < 2) {
      throw new InputException(
          "Cannot train: expected labels of at least two materials with grids and levels, found "
              + materials(sites).size()
              + (problems.isEmpty() ? "" : "; " + problems.get(0)));
    }
  }

  private static List<String> materials(List<DescribedSite> sites) {
    return sites.stream().map(DescribedSite::materialId).distinct().sorted().toList();
  }

  private AffinityResult evaluate(List<DescribedSite> sites) {
    LeftOutAccuracy accuracy = new LeftOutAccuracy(sites, SEED);
    LeftOut byMaterial = new LeftOut(sites, DescribedSite::materialId, LeftOut.AFFINITY);
    Map<String, Double> figures = new TreeMap<>(accuracy.figures("test.", byMaterial::energyEv));
    IntervalScores scores = new IntervalScores(sites, byMaterial);
    figures.putAll(scores.figures("test.", COVERAGES));
    LeftOut ridge = new LeftOut(sites, DescribedSite::materialId, LevelsRidge::new);
    baseline(figures, accuracy.figures("test.", ridge::energyEv));
    if (sites.stream().map(DescribedSite::host).distinct().count() > 1) {
      LeftOut byHost = new LeftOut(sites, DescribedSite::host, LeftOut.AFFINITY);
      figures.putAll(new IntervalScores(sites, byHost).figures("test_host.", COVERAGES));
      figures.putAll(accuracy.figures("test_host.", byHost::energyEv));
      LeftOut ridgeByHost = new LeftOut(sites, DescribedSite::host, LevelsRidge::new);
      baseline(figures, accuracy.figures("test_host.", ridgeByHost::energyEv));
    }
    figures.putAll(
        accuracy.errors(
            "test_random.saddles.", new SaddleDraws(sites).pairs(TRAINED_SADDLES, DRAWS)));
    List<EvaluationRow> rows = new ArrayList<>();
    for (DescribedSite site : sites) {
      rows.add(
          new EvaluationRow(
              site.materialId(),
              site.grid().side().label(),
              site.match().site().id(),
              site.kind(),
              site.match().label().fracA(),
              site.match().label().fracB(),
              Part.TEST,
              site.labelEv(),
              byMaterial.energyEv(site)));
    }
    Trust trust =
        new Trust(slabs(sites), scores.factors(COVERAGE), scores.farSpreadEv(Trust.FALSE_ALARMS));
    return new AffinityResult(rows, figures, trust, accuracy.offTheLine(byMaterial::energyEv));
  }

  private static TrainedSlabs slabs(List<DescribedSite> sites) {
    Map<String, Map.Entry<Slab, Side>> slabs = new TreeMap<>();
    sites.forEach(
        site ->
            slabs.put(
                site.materialId(), Map.entry(site.grid().reading().slab(), site.grid().side())));
    return TrainedSlabs.of(slabs.values());
  }

  /** Puts the mean errors and rank correlations of baseline (e) beside those of the model. */
  private static void baseline(Map<String, Double> figures, Map<String, Double> ridge) {
    ridge.forEach(
        (name, value) -> {
          if (name.matches(".*(mae_ev|spearman)(_low|_high)?") && !name.contains("median")) {
            int dot = name.lastIndexOf('.');
            figures.put(
                name.substring(0, dot) + ".baseline_levels_ridge" + name.substring(dot), value);
          }
        });
  }

  private BundleMetadata metadata(
      List<DescribedSite> sites, String labelsSha256, AffinityResult result) {
    AffinityRequest.Bundle bundle = request.bundle();
    return new BundleMetadata(
        BundleMetadata.AFFINITY_FORMAT_VERSION,
        BundleMetadata.NO_NETWORK,
        0,
        bundle.ion(),
        PICTURES,
        1,
        request.grids().conventions(),
        bundle.theory(),
        new BundleMetadata.Target(request.labels().target(), 0, 1),
        new BundleMetadata.TrainingData(
            labelsSha256,
            sites.size(),
            new BundleMetadata.Split(
                "all labels; test figures leave a material or a host out",
                SEED,
                materials(sites),
                List.of(),
                List.of())),
        result.figures(),
        bundle.licence(),
        "",
        AffinityPart.of(
            LevelsConvention.DEFAULT,
            sites.stream().map(DescribedSite::labelled).toList(),
            result.trust()),
        null);
  }
}
