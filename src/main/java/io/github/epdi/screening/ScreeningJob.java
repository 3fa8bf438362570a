package io.github.epdi.screening;

import io.github.epdi.model.ModelBundle;
import io.github.epdi.runs.Manifests;
import io.github.epdi.runs.RunId;
import io.github.epdi.runs.RunLayout;
import io.github.epdi.runs.RunViews;
import io.github.epdi.runs.TableFiles;
import io.github.epdi.structure.InputException;
import io.github.epdi.tables.ResultTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Screens a campaign: lists its inputs, screens them piece by piece, projects the tables from the
 * pieces and makes them visible. A run that is visible already is not computed again.
 */
public final class ScreeningJob {
  private static final Logger LOG = LoggerFactory.getLogger(ScreeningJob.class);

  private final SparkSession spark;
  private final Campaign campaign;
  private final Configuration configuration;
  private final RunLayout layout;
  private final int slots;
  private final ProgressCounters counters;
  private volatile int total;
  private volatile long startedNanos = System.nanoTime();
  private volatile long finishedNanos;

  /** A job; nothing is done before {@link #run()}. */
  public ScreeningJob(SparkSession spark, Campaign campaign) {
    this(spark, campaign, spark.sparkContext().defaultParallelism());
  }

  /**
   * A job whose work is spread as for a number of task slots.
   *
   * @param slots tasks that run at a time
   */
  ScreeningJob(SparkSession spark, Campaign campaign, int slots) {
    this.slots = slots;
    this.spark = spark;
    this.campaign = campaign;
    this.configuration = spark.sparkContext().hadoopConfiguration();
    this.layout = new RunLayout(new Path(campaign.output()));
    this.counters = new ProgressCounters(spark.sparkContext());
  }

  /** How far {@link #run()} is; may be asked from any thread. */
  public Progress progress() {
    long now = finishedNanos == 0 ? System.nanoTime() : finishedNanos;
    return counters.progress(total, (now - startedNanos) / 1e9);
  }

  /**
   * Runs it.
   *
   * @throws InputException if the campaign, its model, inputs or output cannot be used
   */
  public ScreeningResult run() {
    long startedMillis = System.currentTimeMillis();
    requireJavaSerializer();
    if (spark.sparkContext().isLocal()) {
      campaign.precision().requireHere();
    }
    ModelBundle bundle = StoredBundle.read(campaign.bundle(), configuration);
    ScreeningSpec spec =
        ScreeningSpec.of(
            campaign,
            bundle.digest(),
            LevelOfTheoryComparison.differences(campaign, bundle.metadata().theory()));
    List<GridInput> inputs = InputListing.of(spark, campaign);
    String runId =
        RunId.of(campaign.name(), inputs.stream().map(i -> ResultIdentity.of(i, spec)).toList());
    Manifests manifests = new Manifests(layout, configuration);
    if (manifests.newest().runIds().contains(runId)) {
      return result(runId, ScreeningResult.Outcome.ALREADY_SCREENED);
    }
    makeOutput();
    List<Path> pieces = screen(runId, inputs, spec, bundle);
    RunTables tables = new RunTables(spark, campaign, layout, runId);
    Manifests.Outcome outcome =
        manifests.commit(runId, tables.write(pieces, bundle, startedMillis));
    return result(
        runId,
        outcome == Manifests.Outcome.COMMITTED
            ? ScreeningResult.Outcome.SCREENED
            : ScreeningResult.Outcome.ALREADY_SCREENED);
  }

  private List<Path> screen(
      String runId, List<GridInput> inputs, ScreeningSpec spec, ModelBundle bundle) {
    total = inputs.size();
    startedNanos = System.nanoTime();
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    Broadcast<byte[]> bundleJson = context.broadcast(bundle.bundleJson());
    Broadcast<byte[]> weights = context.broadcast(bundle.weights());
    ScreenGrids screenGrids =
        new ScreenGrids(
            spec, bundleJson, weights, new SerializableConfiguration(configuration), counters);
    List<Path> folders = new ArrayList<>();
    WorkPlan plan = new WorkPlan(slots, campaign.maxTaskBytes());
    for (List<TaskInputs> tasks : plan.pieces(inputs)) {
      Path folder = layout.freshPiece(runId, folders.size());
      JavaRDD<Row> rows = context.parallelize(tasks, tasks.size()).mapPartitions(screenGrids);
      TableFiles.write(spark.createDataFrame(rows, ResultTable.schema()), folder);
      folders.add(folder);
      LOG.debug("piece {} of run {} is written", folder.getName(), runId);
    }
    finishedNanos = System.nanoTime();
    bundleJson.destroy();
    weights.destroy();
    return folders;
  }

  private ScreeningResult result(String runId, ScreeningResult.Outcome outcome) {
    return new ScreeningResult(
        runId, outcome, RunViews.newest(spark, campaign.output()), layout.tables(runId).toString());
  }

  private void makeOutput() {
    try {
      if (!layout.root().getFileSystem(configuration).mkdirs(layout.root())) {
        throw new IOException("it was not made");
      }
    } catch (IOException e) {
      throw new InputException(
          "Cannot write to output " + campaign.output() + ": " + e.getMessage(), e);
    }
  }

  private void requireJavaSerializer() {
    String serializer = spark.sparkContext().getConf().get("spark.serializer", "JavaSerializer");
    if (!serializer.endsWith("JavaSerializer")) {
      throw new InputException(
          "Cannot screen with spark.serializer "
              + serializer
              + ": expected org.apache.spark.serializer.JavaSerializer");
    }
  }
}
