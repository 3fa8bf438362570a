package io.github.epdi.screening;

import io.github.epdi.grid.GridFiles;
import io.github.epdi.model.BindingEnergyModel;
import io.github.epdi.model.BindingEnergyPredictor;
import io.github.epdi.model.ComputeDevice;
import io.github.epdi.model.ExecutorModels;
import io.github.epdi.tables.GridResult;
import io.github.epdi.tables.ResultTable;
import java.util.Iterator;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;

/**
 * A task: its grids in, rows of {@link ResultTable} out. The model is the executor's, the predictor
 * the task's own, closed when the task ends, however it ends.
 */
final class ScreenGrids implements FlatMapFunction<Iterator<TaskInputs>, Row> {
  private static final long serialVersionUID = 1L;

  private final ScreeningSpec spec;
  private final Broadcast<byte[]> bundleJson;
  private final Broadcast<byte[]> weights;
  private final SerializableConfiguration configuration;
  private final ProgressCounters counters;

  ScreenGrids(
      ScreeningSpec spec,
      Broadcast<byte[]> bundleJson,
      Broadcast<byte[]> weights,
      SerializableConfiguration configuration,
      ProgressCounters counters) {
    this.spec = spec;
    this.bundleJson = bundleJson;
    this.weights = weights;
    this.configuration = configuration;
    this.counters = counters;
  }

  @Override
  public Iterator<Row> call(Iterator<TaskInputs> tasks) {
    BindingEnergyModel model =
        ExecutorModels.get(
            bundleJson.value(), weights.value(), ComputeDevice.CPU, spec.precision());
    BindingEnergyPredictor predictor = model.newPredictor(spec.batchSize());
    TaskContext.get().addTaskCompletionListener(new Close(predictor));
    ScreeningPipeline pipeline =
        new ScreeningPipeline(
            new Grids(tasks),
            spec,
            new GridFiles(configuration.value()),
            model.metadata(),
            predictor::predict);
    return new Rows(pipeline, counters);
  }

  /** Closes a task's predictor: a lazy iterator may never come to its end. */
  private record Close(BindingEnergyPredictor predictor) implements TaskCompletionListener {
    @Override
    public void onTaskCompletion(TaskContext context) {
      predictor.close();
    }
  }

  /** The grids of all of a partition's task inputs, one after another. */
  private static final class Grids implements Iterator<GridInput> {
    private final Iterator<TaskInputs> tasks;
    private Iterator<GridInput> grids = java.util.Collections.emptyIterator();

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
    public GridInput next() {
      if (!hasNext()) {
        throw new java.util.NoSuchElementException("no further grid");
      }
      return grids.next();
    }
  }

  /** Results as rows, counted for the progress line. */
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
