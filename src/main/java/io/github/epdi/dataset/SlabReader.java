package io.github.epdi.dataset;

import io.github.epdi.dataset.calculation.Calculation;
import io.github.epdi.dataset.calculation.ImportCode;
import io.github.epdi.dataset.calculation.RunFolder;
import io.github.epdi.dataset.calculation.SourceFiles;
import io.github.epdi.dataset.calculation.UnusableException;
import io.github.epdi.grid.GridFiles;
import io.github.epdi.grid.GridReading;
import io.github.epdi.grid.PotentialConventions;
import io.github.epdi.grid.ReadingRequest;
import io.github.epdi.grid.ReadingRequest.Depth;
import io.github.epdi.grid.blocks.GridLimits;
import io.github.epdi.structure.Side;
import io.github.epdi.tables.dataset.SourceFileValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.hadoop.fs.FileStatus;

/**
 * Reads bare slabs: the grid, in the same way as a training reads it, and the calculation and the
 * electronic levels beside it.
 */
final class SlabReader {
  private static final double SYMMETRY_TOLERANCE_ANGSTROM = 0.05;

  /**
   * Largest distance of an atom in the grid's file from its place in the calculation's structure.
   */
  private static final double SAME_GEOMETRY_ANGSTROM = 0.05;

  /** Reads a calculation or throws why there is none. */
  @FunctionalInterface
  interface Run {
    Calculation read() throws IOException;
  }

  private final SourceFiles files;
  private final ReadingRequest request;
  private final double relaxationAngstrom;

  SlabReader(
      SourceFiles files, Side side, PotentialConventions conventions, double relaxationAngstrom) {
    this.files = files;
    this.relaxationAngstrom = relaxationAngstrom;
    this.request =
        new ReadingRequest(
            List.of(side),
            List.of(),
            conventions,
            GridLimits.DEFAULT,
            SYMMETRY_TOLERANCE_ANGSTROM,
            Depth.STOP_AT_REJECT);
  }

  /** Reads a slab. If it cannot be used, the result holds the reason. */
  BareSlab read(String materialId, RunFolder folder, FileStatus grid, Run run) throws IOException {
    try {
      Calculation calculation = run.read();
      String uri = grid.getPath().toString();
      GridReading.Accepted reading = read(uri);
      SlabSurface surface = surface(reading, calculation);
      SourceFileValue source = files.source("grid", grid);
      SurfaceLevels levels = levels(uri, reading);
      return new BareSlab(materialId, folder, calculation, surface, source, levels, null);
    } catch (UnusableException e) {
      return new BareSlab(materialId, folder, null, null, null, null, e);
    }
  }

  private SlabSurface surface(GridReading.Accepted reading, Calculation calculation) {
    new SlabMatcher(reading.structure(), SAME_GEOMETRY_ANGSTROM)
        .requireSame(calculation.structure());
    return new SlabSurface(reading.slab(), reading.graph(side()), relaxationAngstrom);
  }

  /**
   * Reads a grid that can be used.
   *
   * @throws UnusableException with the code of its reject, or MISSING_FILE
   */
  GridReading.Accepted read(String uri) {
    try {
      GridReading reading = new GridFiles(files.configuration()).read(uri, request);
      if (reading instanceof GridReading.Rejected rejected) {
        throw new UnusableException(rejected.reject().code().name(), rejected.reject().message());
      }
      return reading.accepted();
    } catch (UncheckedIOException e) {
      throw new UnusableException(ImportCode.MISSING_FILE, e.getMessage());
    }
  }

  /**
   * Reads the electronic levels beside a grid, seen from the requested side.
   *
   * @throws IOException if a file that was read cannot be read again for its digest
   */
  SurfaceLevels levels(String uri, GridReading.Accepted reading) throws IOException {
    return SurfaceLevels.beside(uri, reading, side(), files);
  }

  double relaxationAngstrom() {
    return relaxationAngstrom;
  }

  Side side() {
    return request.sides().get(0);
  }
}
