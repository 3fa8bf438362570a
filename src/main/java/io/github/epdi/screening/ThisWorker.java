package io.github.epdi.screening;

import io.github.epdi.runs.StartMarks;
import org.apache.spark.SparkEnv;

/** The worker that this JVM is. */
final class ThisWorker {
  private ThisWorker() {}

  /** As Spark knows it. */
  static StartMarks.Worker inSpark() {
    SparkEnv spark = SparkEnv.get();
    return new StartMarks.Worker(spark.conf().getAppId(), spark.executorId());
  }
}
