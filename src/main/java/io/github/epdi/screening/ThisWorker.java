package io.github.epdi.screening;

import io.github.epdi.runs.StartMarks;
import org.apache.spark.SparkEnv;

/** Names the worker that this JVM is. */
final class ThisWorker {
  private ThisWorker() {}

  /** Returns the worker's application and executor as Spark knows them. */
  static StartMarks.Worker inSpark() {
    SparkEnv spark = SparkEnv.get();
    return new StartMarks.Worker(spark.conf().getAppId(), spark.executorId());
  }
}
