package io.github.epdi.grid.blocks;

import io.github.epdi.grid.text.ValueReader;
import java.io.IOException;

/**
 * Reads a cube whose points include both ends of each axis. Its last points repeat the first, and
 * points times voxel is one voxel longer than the cell. The atoms show that this may be the case,
 * and equal values on whole faces show that it is. The last points are dropped.
 */
public final class RepeatedEnds {
  private static final double REPEATED = 1e-6;

  private final ValueReader values;
  private final GridLayout layout;
  private final PlaneSelection selection;
  private double smallest = Double.POSITIVE_INFINITY;
  private double largest = Double.NEGATIVE_INFINITY;
  private double difference;

  /** Prepares reading values of a layout that includes the last points. */
  public RepeatedEnds(ValueReader values, GridLayout layout, PlaneSelection selection) {
    this.values = values;
    this.layout = layout;
    this.selection = selection;
  }

  /** Reads the block and drops the last points, whether they are repeated or not. */
  public PlaneBlock read() throws IOException {
    int nx = layout.nx() - 1;
    int ny = layout.ny() - 1;
    int nz = layout.nz() - 1;
    double[][] planes = new double[nz][];
    PlaneStatistics statistics = new PlaneStatistics(nz);
    double[][] firstSlice = new double[ny + 1][];
    double[] firstColumn = new double[nz + 1];
    double[] column = new double[nz + 1];
    for (int i = 0; i <= nx; i++) {
      for (int j = 0; j <= ny; j++) {
        values.read(column, nz + 1);
        note(column);
        compare(column[nz], column[0]);
        if (i == 0) {
          firstSlice[j] = column.clone();
        }
        if (j == 0) {
          System.arraycopy(column, 0, firstColumn, 0, nz + 1);
        }
        for (int k = 0; k <= nz; k++) {
          compare(i == nx ? firstSlice[j][k] : column[k], column[k]);
          compare(j == ny ? firstColumn[k] : column[k], column[k]);
        }
        if (i < nx && j < ny) {
          statistics.addColumn(column);
          keep(planes, column, i, j);
        }
      }
    }
    return new PlaneBlock(nx, ny, planes, statistics);
  }

  /** Tells after reading whether all three pairs of faces are equal. */
  public boolean areRepeated() {
    return difference <= REPEATED * (largest - smallest);
  }

  private void keep(double[][] planes, double[] column, int i, int j) {
    for (int k = 0; k < planes.length; k++) {
      if (selection.keeps(k, planes.length)) {
        if (planes[k] == null) {
          planes[k] = new double[(layout.nx() - 1) * (layout.ny() - 1)];
        }
        planes[k][j * (layout.nx() - 1) + i] = column[k];
      }
    }
  }

  private void note(double[] column) {
    for (double v : column) {
      smallest = Math.min(smallest, v);
      largest = Math.max(largest, v);
    }
  }

  private void compare(double p, double q) {
    difference = Math.max(difference, Math.abs(p - q));
  }
}
