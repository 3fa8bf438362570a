package io.github.epdi.screening;

import io.github.epdi.runs.StartMarks;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.util.ShutdownHookManager;
import org.apache.spark.ExecutorLostFailure;
import org.apache.spark.SparkContext;
import org.apache.spark.Success$;
import org.apache.spark.TaskEndReason;
import org.apache.spark.TaskKilled;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobEnd;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Hears from Spark how a run's workers are lost. It tells whether a piece was given up because its
 * workers died. It also forgives the marks of workers that were taken away (preempted, their
 * machine gone: Spark says that the application did not cause it), and of all workers when a person
 * stops the driver: their grids did not come to an end, but are not to blame.
 */
final class WorkerLosses extends SparkListener implements AutoCloseable {
  /** A local property of Spark's jobs: the name of the piece that a job writes. */
  private static final String PIECE = "epdi.piece";

  /** Before Spark's own hook, which ends the executors. */
  private static final int BEFORE_SPARK = 90;

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  private final SparkContext spark;
  private final StartMarks marks;
  private final Runnable whenStopped = this::forgiveInnocent;
  private final Map<Integer, String> pieceOfStage = new HashMap<>();
  private final Map<Integer, String> pieceOfJob = new HashMap<>();
  private final Map<String, Boolean> lastFailureIsALoss = new HashMap<>();
  private final Set<String> ended = new HashSet<>();
  private final Set<StartMarks.Worker> guilty = ConcurrentHashMap.newKeySet();

  WorkerLosses(SparkContext spark, StartMarks marks) {
    this.spark = spark;
    this.marks = marks;
  }

  /** Begins to listen. */
  WorkerLosses started() {
    spark.addSparkListener(this);
    ShutdownHookManager.get().addShutdownHook(whenStopped, BEFORE_SPARK);
    return this;
  }

  /** Says that Spark's jobs of the calling thread write a piece from now on. */
  void writing(String piece) {
    spark.setLocalProperty(PIECE, piece);
  }

  /** Whether the last task of a piece that failed did so because its worker was lost. */
  synchronized boolean wasGivenUpForLosses(String piece) {
    long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
    try {
      while (!ended.contains(piece) && deadline - System.nanoTime() > 0) {
        wait(Math.max(1, (deadline - System.nanoTime()) / 1_000_000)); // events come later
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return lastFailureIsALoss.getOrDefault(piece, false);
  }

  @Override
  public synchronized void onJobStart(SparkListenerJobStart job) {
    String piece = job.properties() == null ? null : job.properties().getProperty(PIECE);
    if (piece != null) {
      pieceOfJob.put(job.jobId(), piece);
      CollectionConverters.asJava(job.stageInfos())
          .forEach(stage -> pieceOfStage.put(stage.stageId(), piece));
    }
  }

  @Override
  public void onTaskEnd(SparkListenerTaskEnd task) {
    ExecutorLostFailure loss = task.reason() instanceof ExecutorLostFailure lost ? lost : null;
    synchronized (this) {
      String piece = pieceOfStage.get(task.stageId());
      if (piece != null && isFailure(task.reason())) {
        lastFailureIsALoss.put(piece, loss != null);
      }
    }
    if (loss != null) {
      StartMarks.Worker worker = new StartMarks.Worker(spark.applicationId(), loss.execId());
      if (loss.exitCausedByApp()) {
        guilty.add(worker);
      } else {
        marks.forgive(worker::equals);
      }
    }
  }

  /** Tasks that Spark kills because others have failed say nothing. */
  private static boolean isFailure(TaskEndReason reason) {
    return reason != Success$.MODULE$ && !(reason instanceof TaskKilled);
  }

  @Override
  public synchronized void onJobEnd(SparkListenerJobEnd job) {
    String piece = pieceOfJob.remove(job.jobId());
    if (piece != null) {
      ended.add(piece);
      notifyAll();
    }
  }

  /** Forgives all workers of this application that did not die of what they did. */
  void forgiveInnocent() {
    marks.forgive(
        worker -> worker.application().equals(spark.applicationId()) && !guilty.contains(worker));
  }

  @Override
  public void close() {
    spark.removeSparkListener(this);
    ShutdownHookManager hooks = ShutdownHookManager.get();
    if (!hooks.isShutdownInProgress()) {
      hooks.removeShutdownHook(whenStopped);
    }
  }
}
