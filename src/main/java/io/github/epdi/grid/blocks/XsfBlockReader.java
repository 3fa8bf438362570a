package io.github.epdi.grid.blocks;

import io.github.epdi.grid.text.ValueReader;
import java.io.IOException;
import java.util.List;

/**
 * Reads the values of an XSF general grid. Along each axis the last point is dropped if it equals
 * the first within 1e-6 of the range of all values on the whole face. Otherwise all points are
 * kept, the step is vector / N, and the remark {@code xsf_not_repeated} is added.
 *
 * <p>Where the field does not change from a face to the next plane, as in flat vacuum, equal faces
 * prove nothing. Such an axis follows the other axes, because writers repeat the points of all axes
 * or of none.
 *
 * <p>Only the end of the block shows what is dropped, so the last column and the last row have
 * statistics of their own.
 */
public final class XsfBlockReader {
  private static final double REPEATED = 1e-6;

  /**
   * Change from plane to plane, relative to the range of values, above which a face can be told
   * from its neighbour.
   */
  private static final double TELLING = 1e-5;

  private final ValueReader values;
  private final GridLayout layout;
  private final PlaneSelection selection;
  private final double[][] planes;

  private final PlaneStatistics inner;
  private final PlaneStatistics lastColumn;
  private final PlaneStatistics lastRow;
  private final PlaneStatistics corner;
  private final double[] difference = new double[3];

  /** Largest difference between each face and the plane next to it. */
  private final double[] change = new double[3];

  /** Prepares reading the next block of a text. */
  public XsfBlockReader(ValueReader values, GridLayout layout, PlaneSelection selection) {
    this.values = values;
    this.layout = layout;
    this.selection = selection;
    planes = new double[layout.nz()][];
    inner = new PlaneStatistics(layout.nz());
    lastColumn = new PlaneStatistics(layout.nz());
    lastRow = new PlaneStatistics(layout.nz());
    corner = new PlaneStatistics(layout.nz());
  }

  /** Reads the block and drops repeated points. */
  public PlaneBlock read() throws IOException {
    int nx = layout.nx();
    int ny = layout.ny();
    int nz = layout.nz();
    double[] row = new double[nx];
    double[] firstRow = new double[nx];
    double[] rowBefore = new double[nx];
    double[] firstPlane = new double[nx * ny];
    double[] planeBefore = new double[nx * ny];
    for (int k = 0; k < nz; k++) {
      if (selection.keeps(k, nz) || selection.keeps(k, nz - 1)) {
        planes[k] = new double[nx * ny];
      }
      for (int j = 0; j < ny; j++) {
        values.read(row, nx);
        count(row, j, k);
        note(0, row[0], row[nx - 1]);
        if (j == 0) {
          System.arraycopy(row, 0, firstRow, 0, nx);
        }
        if (k == 0) {
          System.arraycopy(row, 0, firstPlane, j * nx, nx);
        }
        compare(row, j, k, firstRow, firstPlane);
        noteChanges(row, j, k, rowBefore, planeBefore);
        System.arraycopy(row, 0, rowBefore, 0, nx);
        if (k == 0 || k == nz - 2) {
          System.arraycopy(row, 0, planeBefore, j * nx, nx);
        }
        if (planes[k] != null) {
          System.arraycopy(row, 0, planes[k], j * nx, nx);
        }
      }
    }
    return trimmed();
  }

  /** Returns remarks, after reading. */
  public List<String> flags() {
    boolean all = repeated(0) && repeated(1) && repeated(2);
    return all ? List.of() : List.of("xsf_not_repeated");
  }

  private void count(double[] row, int j, int k) {
    int last = row.length - 1;
    boolean isLastRow = j == layout.ny() - 1;
    (isLastRow ? lastRow : inner).addRow(k, row, 0, last);
    (isLastRow ? corner : lastColumn).addRow(k, row, last, last + 1);
  }

  private void compare(double[] row, int j, int k, double[] firstRow, double[] firstPlane) {
    int nx = row.length;
    if (j == layout.ny() - 1) {
      for (int i = 0; i < nx; i++) {
        note(1, row[i], firstRow[i]);
      }
    }
    if (k == layout.nz() - 1) {
      for (int i = 0; i < nx; i++) {
        note(2, row[i], firstPlane[j * nx + i]);
      }
    }
  }

  /** Notes changes between the first two planes of each axis and between the last two. */
  private void noteChanges(double[] row, int j, int k, double[] rowBefore, double[] planeBefore) {
    int last = row.length - 1;
    if (last > 0) {
      double first = Math.abs(row[1] - row[0]);
      change[0] = Math.max(change[0], Math.max(first, Math.abs(row[last] - row[last - 1])));
    }
    boolean besideRow = j == 1 || (j > 0 && j == layout.ny() - 1);
    boolean besidePlane = k == 1 || (k > 0 && k == layout.nz() - 1);
    for (int i = 0; i <= last; i++) {
      if (besideRow) {
        change[1] = Math.max(change[1], Math.abs(row[i] - rowBefore[i]));
      }
      if (besidePlane) {
        change[2] = Math.max(change[2], Math.abs(row[i] - planeBefore[j * row.length + i]));
      }
    }
  }

  private void note(int axis, double p, double q) {
    difference[axis] = Math.max(difference[axis], Math.abs(p - q));
  }

  private boolean repeated(int axis) {
    if (!facesAreEqual(axis)) {
      return false;
    }
    if (facesTell(axis)) {
      return true;
    }
    for (int other = 0; other < 3; other++) {
      if (facesTell(other) && !facesAreEqual(other)) {
        return false;
      }
    }
    return true;
  }

  private boolean facesAreEqual(int axis) {
    int points = axis == 0 ? layout.nx() : axis == 1 ? layout.ny() : layout.nz();
    return points > 1 && difference[axis] <= REPEATED * range();
  }

  private boolean facesTell(int axis) {
    return change[axis] > TELLING * range();
  }

  private double range() {
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    for (PlaneStatistics part : List.of(inner, lastColumn, lastRow, corner)) {
      min = Math.min(min, part.min());
      max = Math.max(max, part.max());
    }
    return max - min;
  }

  private PlaneBlock trimmed() {
    int nx = repeated(0) ? layout.nx() - 1 : layout.nx();
    int ny = repeated(1) ? layout.ny() - 1 : layout.ny();
    int nz = repeated(2) ? layout.nz() - 1 : layout.nz();
    PlaneStatistics all = new PlaneStatistics(layout.nz());
    all.addAll(inner);
    if (nx == layout.nx()) {
      all.addAll(lastColumn);
    }
    if (ny == layout.ny()) {
      all.addAll(lastRow);
    }
    if (nx == layout.nx() && ny == layout.ny()) {
      all.addAll(corner);
    }
    double[][] kept = new double[nz][];
    for (int k = 0; k < nz; k++) {
      if (planes[k] != null && selection.keeps(k, nz)) {
        kept[k] = new double[nx * ny];
        for (int j = 0; j < ny; j++) {
          System.arraycopy(planes[k], j * layout.nx(), kept[k], j * nx, nx);
        }
      }
    }
    return new PlaneBlock(nx, ny, kept, all.first(nz));
  }
}
