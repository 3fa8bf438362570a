package io.github.epdi.grid.hdf5;

import io.github.epdi.grid.text.StorageInput;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.object.datatype.OrderedDataType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;

/**
 * Reads planes of a data set that is stored in chunks. Only chunks with a part of a wanted plane
 * are read.
 */
final class ChunkedPlanes implements Hdf5Planes {
  private final StorageInput stored;
  private final Hdf5Chunks chunks;
  private final ByteOrder order;
  private final int axes;
  private final int ny;
  private final int nx;
  private final int[] lengths;

  ChunkedPlanes(Hdf5Storage storage, ChunkedDataset data, Hdf5Chunks chunks) {
    this.stored = storage.stored();
    this.chunks = chunks;
    this.order = ((OrderedDataType) data.getDataType()).getByteOrder();
    long[] shape = data.getDimensionsAsLong();
    this.axes = shape.length;
    this.ny = Math.toIntExact(shape[axes - 2]);
    this.nx = Math.toIntExact(shape[axes - 1]);
    this.lengths = chunks.lengths();
  }

  @Override
  public void read(int[] planes, Taker taker) throws IOException {
    int depth = lengths[axes - 3];
    for (int from = 0; from < planes.length; ) {
      int layer = planes[from] / depth;
      int to = from + 1;
      while (to < planes.length && planes[to] / depth == layer) {
        to++;
      }
      double[][] values = new double[to - from][nx * ny];
      fill(layer * depth, planes, from, values);
      for (int i = from; i < to; i++) {
        taker.take(planes[i], values[i - from]);
      }
      from = to;
    }
  }

  /** Reads all chunks of a layer and fills those of its planes that are wanted. */
  private void fill(int bottom, int[] planes, int from, double[][] values) throws IOException {
    int[] at = new int[axes];
    at[axes - 3] = bottom;
    for (int y = 0; y < ny; y += lengths[axes - 2]) {
      for (int x = 0; x < nx; x += lengths[axes - 1]) {
        at[axes - 2] = y;
        at[axes - 1] = x;
        byte[] chunk =
            StoredHdf5.understood(stored, "whole chunks of values", () -> chunks.decoded(at));
        DoubleBuffer doubles = ByteBuffer.wrap(chunk).order(order).asDoubleBuffer();
        for (int i = 0; i < values.length; i++) {
          copy(doubles, planes[from + i] - bottom, y, x, values[i]);
        }
      }
    }
  }

  private void copy(DoubleBuffer chunk, int depth, int y, int x, double[] plane) {
    int rows = lengths[axes - 2];
    int columns = lengths[axes - 1];
    int width = Math.min(columns, nx - x);
    for (int row = 0; row < Math.min(rows, ny - y); row++) {
      chunk.position((depth * rows + row) * columns);
      chunk.get(plane, (y + row) * nx + x, width);
    }
  }
}
