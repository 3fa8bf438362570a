package io.github.epdi.grid.blocks;

import io.github.epdi.grid.hdf5.Hdf5Data;
import io.github.epdi.structure.RejectCode;
import io.github.epdi.structure.RejectException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** Adds up the planes of several HDF5 data sets, a few planes at a time. */
public final class SummedPlanes {
  private static final long MOST_BYTES_AT_ONCE = 32L << 20;

  private final List<Hdf5Data> parts;
  private final GridLayout layout;
  private final PlaneSelection selection;

  /** Takes data sets that have the points of a layout. */
  public SummedPlanes(List<Hdf5Data> parts, GridLayout layout, PlaneSelection selection) {
    this.parts = List.copyOf(parts);
    this.layout = layout;
    this.selection = selection;
  }

  /**
   * Reads planes. The statistics cover the planes that are read.
   *
   * @param planes indices in ascending order
   * @throws RejectException BAD_NUMBER for a value that is not finite
   */
  public PlaneBlock read(int[] planes) throws IOException {
    int values = layout.nx() * layout.ny();
    int together = (int) Math.max(1, MOST_BYTES_AT_ONCE / (8L * values));
    double[][] kept = new double[layout.nz()][];
    PlaneStatistics statistics = new PlaneStatistics(layout.nz());
    for (int from = 0; from < planes.length; from += together) {
      int[] some = Arrays.copyOfRange(planes, from, Math.min(planes.length, from + together));
      double[][] sums = sums(some, values);
      for (int i = 0; i < some.length; i++) {
        checkFinite(sums[i], some[i]);
        statistics.addRow(some[i], sums[i], 0, values);
        kept[some[i]] = selection.keeps(some[i], layout.nz()) ? sums[i] : null;
      }
    }
    return new PlaneBlock(layout.nx(), layout.ny(), kept, statistics);
  }

  private double[][] sums(int[] planes, int values) throws IOException {
    double[][] sums = new double[planes.length][values];
    for (Hdf5Data part : parts) {
      int[] next = {0};
      part.planes()
          .read(
              planes,
              (k, plane) -> {
                double[] sum = sums[next[0]++];
                for (int i = 0; i < sum.length; i++) {
                  sum[i] += plane[i];
                }
              });
    }
    return sums;
  }

  private void checkFinite(double[] plane, int k) {
    for (int i = 0; i < plane.length; i++) {
      if (!Double.isFinite(plane[i])) {
        throw new RejectException(
            RejectCode.BAD_NUMBER,
            "Cannot read the values: expected a finite number, found "
                + plane[i]
                + " (x "
                + i % layout.nx()
                + ", y "
                + i / layout.nx()
                + ", z "
                + k
                + ", counted from 0, in "
                + parts.get(0).path()
                + " or what is added to it)");
      }
    }
  }
}
