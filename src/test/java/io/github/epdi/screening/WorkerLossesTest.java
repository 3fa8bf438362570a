package io.github.epdi.screening;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.epdi.SparkExtension;
import io.github.epdi.runs.RunLayout;
import io.github.epdi.runs.StartMarks;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.ExceptionFailure;
import org.apache.spark.ExecutorLostFailure;
import org.apache.spark.SparkContext;
import org.apache.spark.TaskEndReason;
import org.apache.spark.executor.TaskMetrics;
import org.apache.spark.scheduler.JobSucceeded$;
import org.apache.spark.scheduler.SparkListenerJobEnd;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.StageInfo;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Events as Spark sends them of a cluster whose workers are lost. */
@ExtendWith(SparkExtension.class)
class WorkerLossesTest {
  @TempDir private Path folder;

  private SparkContext context;
  private StartMarks marks;
  private WorkerLosses losses;

  @BeforeEach
  void listen(SparkSession spark) {
    context = spark.sparkContext();
    marks =
        new StartMarks(
            new RunLayout(new org.apache.hadoop.fs.Path(folder.toUri())), new Configuration());
    losses = new WorkerLosses(context, marks);
  }

  private StartMarks.Worker worker(String executor) {
    return new StartMarks.Worker(context.applicationId(), executor);
  }

  private static SparkListenerTaskEnd ended(int stage, TaskEndReason reason) {
    return new SparkListenerTaskEnd(stage, 0, "ResultTask", reason, null, null, null);
  }

  private static ExecutorLostFailure lost(String executor, boolean causedByApp) {
    return new ExecutorLostFailure(executor, causedByApp, Option.apply("it is gone"));
  }

  @Test
  void marksOfAPreemptedWorkerAreForgivenAndThoseOfADeadOneAreNot() {
    marks.begin("preempted", worker("1"), "grid");
    marks.begin("dead", worker("2"), "grid");
    marks.begin("of another application", new StartMarks.Worker("another", "1"), "grid");

    losses.onTaskEnd(ended(7, lost("1", false)));
    losses.onTaskEnd(ended(7, lost("2", true)));

    assertThat(marks.count("preempted")).isZero();
    assertThat(marks.count("dead")).isOne();
    assertThat(marks.count("of another application")).isOne();
  }

  @Test
  void aPersonWhoStopsTheDriverIsNoFaultOfWhatIsUnderWay() {
    marks.begin("under way", worker("1"), "grid");
    marks.begin("dead", worker("2"), "grid");
    marks.begin("of another application", new StartMarks.Worker("another", "1"), "grid");
    losses.onTaskEnd(ended(7, lost("2", true)));

    losses.forgiveInnocent();

    assertThat(marks.count("under way")).isZero();
    assertThat(marks.count("dead")).isOne();
    assertThat(marks.count("of another application")).isOne();
  }

  @Test
  void aPieceIsGivenUpForLossesIfItsLastFailureIsOne() {
    assertThat(end("both", lost("1", true), new ExceptionFailure(new Error("bug"), none())))
        .isFalse();
    assertThat(end("lost", new ExceptionFailure(new Error("bug"), none()), lost("1", true)))
        .isTrue();
    assertThat(end("other")).isFalse();
  }

  private static <T> Seq<T> none() {
    return CollectionConverters.<T>asScala(List.<T>of()).toSeq();
  }

  private static StageInfo stage(int number) {
    return new StageInfo(
        number,
        0,
        "stage",
        1,
        none(),
        none(),
        "",
        new TaskMetrics(),
        none(),
        Option.empty(),
        0,
        false,
        0);
  }

  private boolean end(String piece, TaskEndReason... reasons) {
    Properties properties = new Properties();
    properties.setProperty("epdi.piece", piece);
    int number = piece.hashCode();
    losses.onJobStart(
        new SparkListenerJobStart(
            number, 0, CollectionConverters.asScala(List.of(stage(number))).toSeq(), properties));
    for (TaskEndReason reason : reasons) {
      losses.onTaskEnd(ended(number, reason));
    }
    losses.onJobEnd(new SparkListenerJobEnd(number, 1, JobSucceeded$.MODULE$));
    return losses.wasGivenUpForLosses(piece);
  }
}
