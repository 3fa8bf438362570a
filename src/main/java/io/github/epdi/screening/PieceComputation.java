package io.github.epdi.screening;

import io.github.epdi.model.ModelBundle;
import io.github.epdi.runs.Pieces;
import io.github.epdi.runs.ResultMaker;
import io.github.epdi.runs.SideBySide;
import io.github.epdi.runs.StartMarks;
import io.github.epdi.runs.TableFiles;
import io.github.epdi.screening.campaign.RunPolicy;
import io.github.epdi.structure.InputException;
import io.github.epdi.tables.ResultTable;
import io.github.epdi.tables.ResultTable.Origin;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
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
 * Computes the missing results of a run, one Spark job for each piece. Grids with nothing known
 * against them come first. Then come the grids that a driver was screening when it died, one by
 * one, and at last those that workers died with, each alone.
 */
final class PieceComputation implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PieceComputation.class);

  /**
   * Number of pieces that are computed at a time. While the last tasks of one piece end, those of
   * the next keep the slots busy. Spark gives a slot to the older piece as long as that has tasks
   * to begin.
   */
  private static final int AT_A_TIME = 2;

  /**
   * Is told of each committed piece, perhaps from two threads at once. It stops the run by throwing
   * an exception.
   */
  interface PieceListener {
    /** Called after a piece is committed. */
    void committed();
  }

  /**
   * A committed piece.
   *
   * @param folder folder of its results
   * @param leftOut grids that it should have but has not
   */
  private record Done(Path folder, List<PlannedGrid> leftOut) {}

  private final SparkSession spark;
  private final JavaSparkContext context;
  private final ScreeningSpec spec;
  private final RunPolicy policy;
  private final Pieces pieces;
  private final StartMarks marks;
  private final WorkerLosses losses;
  private final ResultMaker maker;
  private final ProgressCounters counters;
  private final SerializableConfiguration configuration;
  private final Broadcast<byte[]> bundleJson;
  private final Broadcast<byte[]> weights;
  private final String runId;
  private final PieceListener listener;
  private final AtomicInteger number;

  PieceComputation(
      SparkSession spark,
      ScreeningSpec spec,
      RunPolicy policy,
      ModelBundle bundle,
      Pieces pieces,
      StartMarks marks,
      ResultMaker maker,
      ProgressCounters counters,
      String runId,
      PieceListener listener) {
    this.spark = spark;
    this.context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    this.spec = spec;
    this.policy = policy;
    this.pieces = pieces;
    this.marks = marks;
    this.losses = new WorkerLosses(spark.sparkContext(), marks).started();
    this.maker = maker;
    this.counters = counters;
    Configuration hadoop = spark.sparkContext().hadoopConfiguration();
    this.configuration = new SerializableConfiguration(hadoop);
    this.bundleJson = context.broadcast(bundle.bundleJson());
    this.weights = context.broadcast(bundle.weights());
    this.runId = runId;
    this.listener = listener;
    this.number = new AtomicInteger(pieces.of(runId).size());
  }

  /**
   * Computes all pieces and waits for them.
   *
   * @param trusted tasks of each piece
   * @param suspects grids that a driver was computing when it died
   * @return the folders of the pieces
   */
  List<Path> screen(List<List<TaskInputs>> trusted, List<PlannedGrid> suspects) {
    List<SideBySide.Work<Done, RuntimeException>> work = new ArrayList<>();
    trusted.forEach(tasks -> work.add(() -> piece(tasks, Care.SHARED)));
    List<Done> done = new ArrayList<>(SideBySide.all(AT_A_TIME, work));
    if (!suspects.isEmpty()) {
      done.add(piece(gridByGrid(suspects), Care.GUARDED));
    }
    for (PlannedGrid grid : done.stream().flatMap(piece -> piece.leftOut().stream()).toList()) {
      LOG.warn("a worker died with {}: it is tried alone", grid.uri());
      done.add(piece(gridByGrid(List.of(grid)), Care.ALONE));
    }
    return done.stream().map(Done::folder).toList();
  }

  private static List<TaskInputs> gridByGrid(List<PlannedGrid> grids) {
    return grids.stream().map(grid -> new TaskInputs(List.of(grid))).toList();
  }

  private Done piece(List<TaskInputs> tasks, Care care) {
    List<PlannedGrid> grids = tasks.stream().flatMap(task -> task.grids().stream()).toList();
    Set<String> identities =
        grids.stream().map(PlannedGrid::identity).collect(Collectors.toCollection(TreeSet::new));
    Path folder = written(tasks, grids, identities, care);
    List<PlannedGrid> leftOut = care == Care.ALONE ? List.of() : leftOut(folder, grids, identities);
    LOG.debug("piece {} of run {} is committed", folder.getName(), runId);
    listener.committed();
    return new Done(folder, leftOut);
  }

  /**
   * Writes a piece. If that fails and new marks show grids with which workers died, it is written
   * again grid by grid.
   */
  private Path written(
      List<TaskInputs> tasks, List<PlannedGrid> grids, Set<String> identities, Care care) {
    Set<String> marked = marks.among(identities);
    Path folder =
        pieces.announce(
            runId, number.getAndIncrement(), new Pieces.Announcement(identities, maker));
    try {
      write(tasks, folder, care);
      return folder;
    } catch (Exception e) { // Spark throws checked exceptions here, which Scala does not declare.
      if (care == Care.ALONE || marks.among(identities).equals(marked)) {
        if (losses.wasGivenUpForLosses(folder.getName())) {
          throw lost(e);
        }
        throw e;
      }
      LOG.warn("workers died with grids of a piece of run {}: it is done grid by grid", runId);
      return written(gridByGrid(grids), grids, identities, Care.GUARDED);
    }
  }

  private InputException lost(Exception cause) {
    return new InputException(
        "Cannot go on with run "
            + runId
            + ": its executors died again and again (too little memory? their logs say); what is"
            + " done stays, and the same command goes on from it",
        cause);
  }

  private void write(List<TaskInputs> tasks, Path folder, Care care) {
    ScreeningTask task =
        new ScreeningTask(
            spec,
            new Guard(care, policy.mostStarts(), marks),
            bundleJson,
            weights,
            configuration,
            counters);
    JavaRDD<Row> rows = context.parallelize(tasks, tasks.size()).mapPartitions(task);
    losses.writing(folder.getName());
    TableFiles.write(spark.createDataFrame(rows, ResultTable.schema()), folder);
  }

  /**
   * Finds the grids that a committed piece should have but has not. Marks would not tell all of
   * them: of two attempts of a task, one may leave out a grid that the other is screening, and then
   * be the attempt that counts.
   */
  private List<PlannedGrid> leftOut(Path folder, List<PlannedGrid> grids, Set<String> identities) {
    if (TableFiles.rows(folder, configuration.value()) == grids.size()) {
      return List.of();
    }
    Set<String> missing = new HashSet<>(identities);
    ResultTable.origins(spark.read().schema(ResultTable.schema()).parquet(folder.toString()))
        .toLocalIterator()
        .forEachRemaining(row -> missing.remove(Origin.of(row).identity()));
    return grids.stream().filter(grid -> missing.contains(grid.identity())).toList();
  }

  @Override
  public void close() {
    losses.close();
    bundleJson.destroy();
    weights.destroy();
  }
}
