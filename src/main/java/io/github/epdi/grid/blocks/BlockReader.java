package io.github.epdi.grid.blocks;

import io.github.epdi.grid.text.ValueReader;
import java.io.IOException;
import java.util.stream.IntStream;

/** Reads one block of values as a stream, in either order, and keeps the selected planes. */
public final class BlockReader {
  private final ValueReader values;
  private final GridLayout layout;
  private final PlaneSelection selection;

  public BlockReader(ValueReader values, GridLayout layout, PlaneSelection selection) {
    this.values = values;
    this.layout = layout;
    this.selection = selection;
  }

  /** Reads the next block. */
  public PlaneBlock read() throws IOException {
    int nz = layout.nz();
    double[][] planes = new double[nz][];
    PlaneStatistics statistics = new PlaneStatistics(nz);
    if (layout.order() == ValueOrder.A_FASTEST) {
      readPlanes(planes, statistics);
    } else {
      readColumns(planes, statistics);
    }
    return new PlaneBlock(layout.nx(), layout.ny(), planes, statistics);
  }

  private void readPlanes(double[][] planes, PlaneStatistics statistics) throws IOException {
    int nx = layout.nx();
    double[] row = new double[nx];
    for (int k = 0; k < planes.length; k++) {
      if (selection.keeps(k, planes.length)) {
        planes[k] = new double[nx * layout.ny()];
      }
      for (int j = 0; j < layout.ny(); j++) {
        values.read(row, nx);
        statistics.addRow(k, row, 0, nx);
        if (planes[k] != null) {
          System.arraycopy(row, 0, planes[k], j * nx, nx);
        }
      }
    }
  }

  /**
   * Reads values of which c runs fastest. Kept values are first held as slices along b, one for
   * each a, which are allocated as they come. A header alone, right or wrong, thus cannot cause a
   * large allocation.
   */
  private void readColumns(double[][] planes, PlaneStatistics statistics) throws IOException {
    int nx = layout.nx();
    int ny = layout.ny();
    int nz = layout.nz();
    int[] kept = IntStream.range(0, nz).filter(k -> selection.keeps(k, nz)).toArray();
    double[][][] slices = new double[kept.length][nx][];
    double[] column = new double[nz];
    for (int i = 0; i < nx; i++) {
      for (double[][] slice : slices) {
        slice[i] = new double[ny];
      }
      for (int j = 0; j < ny; j++) {
        values.read(column, nz);
        statistics.addColumn(column);
        for (int s = 0; s < kept.length; s++) {
          slices[s][i][j] = column[kept[s]];
        }
      }
    }
    for (int s = 0; s < kept.length; s++) {
      planes[kept[s]] = transposed(slices[s], nx, ny);
      slices[s] = null;
    }
  }

  private static double[] transposed(double[][] slices, int nx, int ny) {
    double[] plane = new double[nx * ny];
    for (int i = 0; i < nx; i++) {
      for (int j = 0; j < ny; j++) {
        plane[j * nx + i] = slices[i][j];
      }
    }
    return plane;
  }
}
