package io.github.epdi.training.study;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.epdi.dataset.Label;
import io.github.epdi.dataset.LabelTable;
import io.github.epdi.dataset.LevelOfTheoryFile;
import io.github.epdi.grid.GridFiles;
import io.github.epdi.grid.PotentialConventions;
import io.github.epdi.model.network.Architecture;
import io.github.epdi.structure.InputException;
import io.github.epdi.structure.Side;
import io.github.epdi.theory.LevelOfTheory;
import io.github.epdi.training.examples.GridSource;
import io.github.epdi.training.loop.Seeds;
import io.github.epdi.training.loop.StartWeights;
import io.github.epdi.training.loop.TrainingProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/**
 * A study of accuracy. It is a grid of trainings, each of which is a task of Spark and has its
 * result in a file of its own. Giving the same command again continues the study, so it may take
 * days.
 */
public final class Study {
  private final SparkSession spark;
  private final Path file;
  private final Path directory;
  private final TrainingProgress progress;

  /**
   * Prepares a study.
   *
   * @param file YAML file of the plan
   * @param directory directory of its results, the same for all workers
   */
  public Study(SparkSession spark, Path file, Path directory, TrainingProgress progress) {
    this.spark = spark;
    this.file = file;
    this.directory = directory;
    this.progress = progress;
  }

  /**
   * Trains what has no result yet, then writes the tables of all results.
   *
   * @throws InputException if plan, labels or grids cannot be used, or a result has other settings
   */
  public StudySummary run() throws IOException {
    return run(Missing.TRAIN);
  }

  /** What happens to trainings that have no result yet. */
  public enum Missing {
    /** They are trained. */
    TRAIN,
    /** They are left out. */
    LEAVE_OUT
  }

  /** Writes the tables of all results, after training what has no result yet if that is chosen. */
  public StudySummary run(Missing choice) throws IOException {
    StudyPlan plan = StudyPlan.read(file);
    StudySetting setting = setting(plan, directory);
    Map<StudyCell, StudyPlan.Training> cells = plan.cells(materials(setting));
    List<TrainStudyCells.Job> missing = new ArrayList<>();
    cells.forEach(
        (cell, training) ->
            StudyResult.read(directory, cell)
                .ifPresentOrElse(
                    result -> requireSame(result, training, setting),
                    () -> missing.add(new TrainStudyCells.Job(cell, training))));
    progress.note(
        cells.size() + " trainings, " + (cells.size() - missing.size()) + " done before.");
    if (choice == Missing.TRAIN) {
      requireStarts(setting, missing);
      train(setting, missing);
    }
    return new StudyTables(spark, setting).write(results(cells));
  }

  /**
   * Trains some cells again, drawn by seed among those with a result, and compares every number.
   *
   * @return the cells' ids
   * @throws InputException if a number differs
   */
  public List<String> recheck(int count, long seed) throws IOException {
    StudyPlan plan = StudyPlan.read(file);
    StudySetting setting = setting(plan, directory);
    Map<StudyCell, StudyPlan.Training> cells = plan.cells(materials(setting));
    List<StudyResult> results = new ArrayList<>(results(cells));
    Collections.shuffle(results, Seeds.random(seed, "recheck", 0));
    List<StudyResult> chosen = results.subList(0, Math.min(count, results.size()));
    Path again = directory.resolve("recheck");
    List<TrainStudyCells.Job> jobs = new ArrayList<>();
    for (StudyResult result : chosen) {
      Files.deleteIfExists(StudyResult.file(again, result.cell()));
      jobs.add(new TrainStudyCells.Job(result.cell(), cells.get(result.cell())));
    }
    train(setting(plan, again), jobs);
    for (StudyResult result : chosen) {
      StudyResult second = StudyResult.read(again, result.cell()).orElseThrow();
      if (!second.hasSameNumbersAs(result)) {
        throw new InputException(
            "Cannot reproduce "
                + result.cell().id()
                + ": expected the same numbers, found others in "
                + StudyResult.file(again, result.cell()));
      }
    }
    return chosen.stream().map(result -> result.cell().id()).toList();
  }

  /**
   * Makes a bundle of the trainings with split {@code all}. Its errors are those of the study's
   * other trainings with the same settings.
   *
   * @param bundle a directory that must not exist yet
   */
  public void writeBundle(Path bundle, StudySummary summary) throws IOException {
    StudyPlan plan = StudyPlan.read(file);
    StudySetting setting = setting(plan, directory);
    LevelOfTheory theory =
        plan.levelOfTheory() == null
            ? LevelOfTheory.UNSAID
            : LevelOfTheoryFile.read(Path.of(resolve(plan.levelOfTheory())));
    new StudyBundle(plan, setting, results(plan.cells(materials(setting))))
        .write(
            bundle,
            theory,
            summary.rows(),
            TrainStudyCells.grids(
                setting, new GridFiles(spark.sparkContext().hadoopConfiguration())));
  }

  /** Throws if a result was made with other settings or labels than the plan's. */
  private void requireSame(StudyResult result, StudyPlan.Training training, StudySetting setting) {
    JsonNode found = result.settings();
    boolean same =
        found.path("training").toString().equals(StudyResult.tree(training).toString())
            && found.path("copies").asInt() == setting.copies()
            && found.path("labels_sha256").asText().equals(setting.labelsSha256());
    if (!same) {
      throw new InputException(
          "Cannot go on with the study in "
              + directory
              + ": expected "
              + result.cell().id()
              + " with the plan's settings and labels, found others; use another --out, or delete "
              + StudyResult.file(directory, result.cell()));
    }
  }

  /** Checks initial weights before hours of training rather than in the midst of them. */
  private static void requireStarts(StudySetting setting, List<TrainStudyCells.Job> jobs)
      throws IOException {
    Map<String, Architecture> checked = new HashMap<>();
    for (TrainStudyCells.Job job : jobs) {
      String start = setting.start(job.cell());
      Architecture architecture = job.cell().architecture();
      if (start != null && checked.put(start, architecture) != architecture) {
        StartWeights.read(Path.of(start)).requireFeaturesOf(architecture);
      }
    }
  }

  private void train(StudySetting setting, List<TrainStudyCells.Job> jobs) {
    if (jobs.isEmpty()) {
      return;
    }
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    SerializableConfiguration configuration =
        new SerializableConfiguration(spark.sparkContext().hadoopConfiguration());
    List<String> done =
        context
            .parallelize(jobs, jobs.size())
            .mapPartitions(new TrainStudyCells(setting, configuration))
            .collect();
    progress.note(done.size() + " trainings are done.");
  }

  private List<StudyResult> results(Map<StudyCell, StudyPlan.Training> cells) {
    return cells.keySet().stream()
        .map(cell -> StudyResult.read(directory, cell))
        .flatMap(Optional::stream)
        .toList();
  }

  private static int materials(StudySetting setting) {
    return (int) setting.labels().stream().map(Label::materialId).distinct().count();
  }

  private StudySetting setting(StudyPlan plan, Path results) {
    LabelTable table = new LabelTable(spark);
    String labels = resolve(plan.labels());
    Map<String, String> starts = new HashMap<>();
    plan.starts().forEach((name, start) -> starts.put(name, resolve(start)));
    return new StudySetting(
        table.read(labels, plan.target()),
        plan.target(),
        table.sha256(labels),
        new GridSource(
            resolve(plan.grids()), plan.gridPattern(), Side.TOP, PotentialConventions.DEFAULT),
        plan.image(),
        plan.copies(),
        starts,
        results.toAbsolutePath().toString());
  }

  /** Resolves a path of the plan against the plan's own directory. */
  private String resolve(String path) {
    boolean whole = path.startsWith("/") || path.matches("[a-z0-9]+:.*");
    Path parent = file.toAbsolutePath().getParent();
    return whole ? path : parent.resolve(path).normalize().toString();
  }
}
