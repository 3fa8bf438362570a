package io.github.epdi.screening;

import io.github.epdi.runs.EndHook;
import io.github.epdi.runs.StartMarks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
 * Learns from Spark how a run's workers are lost, and tells whether a piece was given up because
 * its workers died. It forgives the marks of workers that were taken away, for example preempted,
 * where Spark says that the application did not cause the loss. When a person stops the driver, it
 * forgives the marks of all workers except those whose loss the application caused, because the
 * unfinished grids are not to blame.
 */
final class WorkerLosses extends SparkListener implements AutoCloseable {
  /** The local property of Spark's jobs that holds the name of the piece that a job writes. */
  private static final String PIECE = "epdi.piece";

  /** This priority runs the hook before Spark's own, which ends the executors. */
  private static final int BEFORE_SPARK = 90;

  /**
   * This priority runs it once more when Spark has ended, while files can still be written, because
   * tasks go on and set marks until then.
   */
  private static final int AFTER_SPARK = 20;

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  private final SparkContext spark;
  private final StartMarks marks;
  private final List<EndHook> hooks = new ArrayList<>();
  private final Map<Integer, String> pieceOfStage = new HashMap<>();
  private final Map<Integer, String> pieceOfJob = new HashMap<>();
  private final Map<String, Boolean> lastFailureIsALoss = new HashMap<>();
  private final Set<String> ended = new HashSet<>();
  private final Set<StartMarks.Worker> guilty = ConcurrentHashMap.newKeySet();

  WorkerLosses(SparkContext spark, StartMarks marks) {
    this.spark = spark;
    this.marks = marks;
  }

  /** Begins to listen to Spark's events and to the end of this JVM. */
  WorkerLosses started() {
    spark.addSparkListener(this);
    hooks.add(EndHook.add(BEFORE_SPARK, this::forgiveInnocent));
    hooks.add(EndHook.add(AFTER_SPARK, this::forgiveInnocent));
    return this;
  }

  /** Says that Spark's jobs of the calling thread write this piece from now on. */
  void writing(String piece) {
    spark.setLocalProperty(PIECE, piece);
  }

  /**
   * Tells whether the last failed task of a piece failed because its worker was lost. It waits up
   * to 10 s for the end of the piece's job.
   */
  synchronized boolean wasGivenUpForLosses(String piece) {
    long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
    try {
      while (!ended.contains(piece) && deadline - System.nanoTime() > 0) {
        wait(Math.max(1, (deadline - System.nanoTime()) / 1_000_000)); // Events come later.
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

  /**
   * Tells whether a task failed by itself. Tasks that Spark kills because others have failed say
   * nothing.
   */
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

  /**
   * Forgives the marks of all workers of this application except those whose loss the application
   * caused.
   */
  void forgiveInnocent() {
    marks.forgive(
        worker -> worker.application().equals(spark.applicationId()) && !guilty.contains(worker));
  }

  @Override
  public void close() {
    spark.removeSparkListener(this);
    hooks.forEach(EndHook::close);
  }
}
