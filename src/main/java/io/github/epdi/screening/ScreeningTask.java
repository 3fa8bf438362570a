package io.github.epdi.screening;

import io.github.epdi.grid.GridFiles;
import io.github.epdi.levels.LevelsFiles;
import io.github.epdi.model.BindingEnergyModel;
import io.github.epdi.model.ExecutorModels;
import io.github.epdi.model.torch.ComputeDevice;
import io.github.epdi.screening.batch.TaskDevice;
import io.github.epdi.screening.batch.TaskNetwork;
import io.github.epdi.tables.GridResult;
import io.github.epdi.tables.ResultTable;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;

/**
 * The function that one Spark task runs. It takes the grids of its partition and gives a row of
 * {@link ResultTable} for each. The loaded model belongs to the executor. The task opens its own
 * use of it and closes that when the task ends, however it ends.
 */
final class ScreeningTask implements FlatMapFunction<Iterator<TaskInputs>, Row> {
  private static final long serialVersionUID = 1L;

  private final ScreeningSpec spec;
  private final Broadcast<byte[]> bundleJson;
  private final Broadcast<byte[]> weights;
  private final SerializableConfiguration configuration;
  private final ProgressCounters counters;
  private final Guard guard;

  ScreeningTask(
      ScreeningSpec spec,
      Guard guard,
      Broadcast<byte[]> bundleJson,
      Broadcast<byte[]> weights,
      SerializableConfiguration configuration,
      ProgressCounters counters) {
    this.spec = spec;
    this.guard = guard;
    this.bundleJson = bundleJson;
    this.weights = weights;
    this.configuration = configuration;
    this.counters = counters;
  }

  @Override
  public Iterator<Row> call(Iterator<TaskInputs> tasks) {
    ComputeDevice device = TaskDevice.of(spec.device());
    BindingEnergyModel model =
        ExecutorModels.get(bundleJson.value(), weights.value(), device, spec.precision());
    TaskNetwork network = TaskNetwork.open(model, spec.batchSize());
    TaskContext task = TaskContext.get();
    task.addTaskCompletionListener(new Close(network::close));
    Guard here = guard.forAttempt(task.attemptNumber());
    GridFiles files = new GridFiles(configuration.value());
    if (here.care() != Care.SHARED) {
      return new Rows(
          here.results(new Grids(tasks), grid -> screen(grid, files, model, network)), counters);
    }
    GridResultIterator pipeline = results(new Grids(tasks), files, model, network);
    task.addTaskCompletionListener(new Close(pipeline::close));
    return new Rows(pipeline, counters);
  }

  private GridResult screen(
      PlannedGrid grid, GridFiles files, BindingEnergyModel model, TaskNetwork network) {
    try (GridResultIterator one = results(List.of(grid).iterator(), files, model, network)) {
      return one.next();
    }
  }

  private GridResultIterator results(
      Iterator<PlannedGrid> grids, GridFiles files, BindingEnergyModel model, TaskNetwork network) {
    return GridResultIterator.of(
        grids, spec, files, new LevelsFiles(configuration.value()), model, network);
  }

  /**
   * Closes a task's own resource when the task ends, because a lazy iterator may never come to its
   * end.
   */
  private record Close(Closing what) implements TaskCompletionListener {
    @Override
    public void onTaskCompletion(TaskContext context) {
      what.close();
    }
  }

  /** A resource that closes without a checked exception. */
  private interface Closing {
    void close();
  }

  /** Iterates over the grids of all task inputs of a partition. */
  private static final class Grids implements Iterator<PlannedGrid> {
    private final Iterator<TaskInputs> tasks;
    private Iterator<PlannedGrid> grids = java.util.Collections.emptyIterator();

    Grids(Iterator<TaskInputs> tasks) {
      this.tasks = tasks;
    }

    @Override
    public boolean hasNext() {
      while (!grids.hasNext() && tasks.hasNext()) {
        grids = tasks.next().grids().iterator();
      }
      return grids.hasNext();
    }

    @Override
    public PlannedGrid next() {
      if (!hasNext()) {
        throw new java.util.NoSuchElementException("no further grid");
      }
      return grids.next();
    }
  }

  /** Turns results into rows and counts them for the progress line. */
  private record Rows(Iterator<GridResult> results, ProgressCounters counters)
      implements Iterator<Row> {
    @Override
    public boolean hasNext() {
      return results.hasNext();
    }

    @Override
    public Row next() {
      GridResult result = results.next();
      counters.count(result);
      return ResultTable.toRow(result);
    }
  }
}
