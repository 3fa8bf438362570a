package io.github.epdi.screening;

import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.SparkSession;

/** Lets something happen in the middle of a run: once, when the first task has written its rows. */
final class FirstOutput extends SparkListener {
  private final Runnable happens;
  private final AtomicBoolean happened = new AtomicBoolean();

  private FirstOutput(Runnable happens) {
    this.happens = happens;
  }

  /** Waits for it during some work. */
  static void during(SparkSession spark, Runnable work, Runnable happens) {
    FirstOutput listener = new FirstOutput(happens);
    spark.sparkContext().addSparkListener(listener);
    try {
      work.run();
    } finally {
      spark.sparkContext().removeSparkListener(listener);
    }
  }

  @Override
  public void onTaskEnd(SparkListenerTaskEnd end) {
    boolean wrote =
        end.taskMetrics() != null && end.taskMetrics().outputMetrics().bytesWritten() > 0;
    if (wrote && happened.compareAndSet(false, true)) {
      happens.run();
    }
  }
}
