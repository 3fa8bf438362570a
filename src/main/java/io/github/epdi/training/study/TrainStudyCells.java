package io.github.epdi.training.study;

import io.github.epdi.grid.GridFiles;
import io.github.epdi.training.examples.LabelledGrid;
import io.github.epdi.training.examples.LabelledGrids;
import io.github.epdi.training.pretraining.SurrogateTargets;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.util.SerializableConfiguration;

/** Trains the cells of a Spark task one after the other, each into a file of its own. */
final class TrainStudyCells implements FlatMapFunction<Iterator<TrainStudyCells.Job>, String> {
  private static final long serialVersionUID = 1L;

  /** A cell with its settings. */
  record Job(StudyCell cell, StudyPlan.Training training) implements java.io.Serializable {}

  private final StudySetting setting;
  private final SerializableConfiguration configuration;

  TrainStudyCells(StudySetting setting, SerializableConfiguration configuration) {
    this.setting = setting;
    this.configuration = configuration;
  }

  @Override
  public Iterator<String> call(Iterator<Job> jobs) throws IOException {
    List<String> done = new ArrayList<>();
    List<LabelledGrid> grids = grids(setting, new GridFiles(configuration.value()));
    while (jobs.hasNext()) {
      Job job = jobs.next();
      done.add(new StudyTraining(setting, job.cell(), job.training(), grids).run().cell().id());
    }
    return done.iterator();
  }

  /** Reads all grids, with the planes of every encoding. */
  static List<LabelledGrid> grids(StudySetting setting, GridFiles files) {
    TreeSet<Double> heights = new TreeSet<>(setting.image().planesHeightsAngstrom());
    heights.add(setting.image().colormapHeightAngstrom());
    heights.addAll(SurrogateTargets.HEIGHTS_ANGSTROM);
    LabelledGrids grids =
        LabelledGrids.read(setting.labels(), files, setting.grids(), List.copyOf(heights));
    grids.requireNoProblems();
    return grids.grids();
  }
}
