package io.github.epdi.synthetic;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/** Makes synthetic grids, one file each, spread over Spark's tasks. */
public final class Synthesis {
  private static final int GRIDS_A_TASK = 16;

  private final SparkSession spark;
  private final SynthesisRequest request;

  /** A synthesis, not begun. */
  public Synthesis(SparkSession spark, SynthesisRequest request) {
    this.spark = spark;
    this.request = request;
  }

  /**
   * Writes what is not there yet.
   *
   * @return how many grids were written
   */
  public int run() {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    List<Integer> numbers = IntStream.range(0, request.count()).boxed().toList();
    int tasks = (request.count() + GRIDS_A_TASK - 1) / GRIDS_A_TASK;
    SerializableConfiguration configuration =
        new SerializableConfiguration(spark.sparkContext().hadoopConfiguration());
    return context
        .parallelize(numbers, tasks)
        .mapPartitions(new WriteSyntheticGrids(request, configuration))
        .fold(0, Integer::sum);
  }
}
