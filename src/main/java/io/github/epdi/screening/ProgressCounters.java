package io.github.epdi.screening;

import io.github.epdi.tables.GridResult;
import java.io.Serializable;
import org.apache.spark.SparkContext;
import org.apache.spark.util.LongAccumulator;

/**
 * Counts what tasks have done so far, for a person who waits. A task's share is added when the task
 * ends, and twice if it is repeated. The numbers of {@code runs} are therefore counted from results
 * instead.
 */
final class ProgressCounters implements Serializable {
  private static final long serialVersionUID = 1L;

  private final LongAccumulator grids;
  private final LongAccumulator rejects;
  private final LongAccumulator images;

  ProgressCounters(SparkContext context) {
    grids = context.longAccumulator("grids");
    rejects = context.longAccumulator("rejects");
    images = context.longAccumulator("images");
  }

  void count(GridResult result) {
    grids.add(1L);
    if (result.reject() != null) {
      rejects.add(1L);
    } else {
      images.add((long) result.grid().images().uniqueImages());
    }
  }

  long grids() {
    return grids.sum();
  }

  long rejects() {
    return rejects.sum();
  }

  Progress progress(int total, double seconds) {
    return new Progress(grids.sum(), total, rejects.sum(), images.sum(), seconds);
  }
}
