package io.github.epdi.bench;

import io.github.epdi.grid.GridFiles;
import io.github.epdi.grid.GridReading;
import io.github.epdi.grid.XcDeclaration;
import io.github.epdi.levels.ElectronicLevels;
import io.github.epdi.levels.LevelsChecks;
import io.github.epdi.levels.LevelsConvention;
import io.github.epdi.levels.LevelsFiles;
import io.github.epdi.levels.SideLevels;
import io.github.epdi.screening.GridScreening;
import io.github.epdi.structure.Side;
import io.github.epdi.tables.GridResult;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Files of levels, and a grid that is screened by levels which are declared as numbers. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class LevelsBenchmark {
  static final String GRID = "epdi.bench.grid";

  /** Where the levels of so many k-points and bands lie. */
  static Path eigenval(Path grid, String size) {
    return grid.resolveSibling("EIGENVAL-" + size);
  }

  /** A file of levels and the grid that they are said to be of. */
  @State(Scope.Benchmark)
  public static class Levels {
    /** K-points and bands. */
    @Param({LevelsPart.OF_A_LARGE_CELL, LevelsPart.MANY})
    public String size;

    final LevelsFiles files = new LevelsFiles(new Configuration(false));
    String file;
    GridReading.Accepted grid;

    /** Reads the grid; that is not measured. */
    @Setup
    public void read() {
      Path locpot = Path.of(System.getProperty(GRID));
      file = eigenval(locpot, size).toString();
      grid =
          new GridFiles(new Configuration(false))
              .read(locpot.toString(), ReadingBenchmark.request(XcDeclaration.CHECK))
              .accepted();
    }
  }

  /** A model that needs levels. */
  @State(Scope.Benchmark)
  public static class Model {
    final String locpot = System.getProperty(GRID);
    GridScreening screening;

    /** Loads the model and looks whether it takes the grid; that is not measured. */
    @Setup
    public void load() {
      screening =
          GridScreening.with(
              "jobs/demo/affinity",
              "levels.electron_affinity_ev=5.3",
              "levels.work_function_ev=5.4");
      GridResult result = screening.screen(locpot);
      if (result.reject() != null) {
        throw new IllegalStateException(result.reject().reason().message());
      }
    }

    /** Frees the model. */
    @TearDown
    public void close() {
      screening.close();
    }
  }

  /** Reads a file of levels. */
  @Benchmark
  public ElectronicLevels read(Levels state) {
    return state.files.read(state.file).levels();
  }

  /** All that levels cost: reading, comparing them with the grid, affinity and work function. */
  @Benchmark
  public SideLevels all(Levels state) {
    ElectronicLevels levels = state.files.read(state.file).levels();
    LevelsChecks.sameRun(levels, state.grid);
    return SideLevels.of(levels, LevelsConvention.DEFAULT, state.grid, Side.TOP);
  }

  /** All that a grid costs besides, as rows of the tables. */
  @Benchmark
  public GridResult grid(Model state) {
    return state.screening.screen(state.locpot);
  }
}
