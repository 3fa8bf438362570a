package io.github.epdi.grid.hdf5;

import io.github.epdi.grid.text.StorageInput;
import io.github.epdi.grid.text.TextPart;
import io.jhdf.Constants;
import io.jhdf.api.dataset.ContiguousDataset;
import io.jhdf.object.datatype.OrderedDataType;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads planes of a data set that is stored in one piece. The place of a plane follows from its
 * index.
 */
final class ContiguousPlanes implements Hdf5Planes {
  private static final long MOST_BYTES_AT_ONCE = 64L << 20;

  private final StorageInput stored;
  private final long start;
  private final int planeValues;
  private final ByteOrder order;

  ContiguousPlanes(String path, Hdf5Storage storage, ContiguousDataset data) throws IOException {
    stored = storage.stored();
    start = data.getDataAddress();
    order = ((OrderedDataType) data.getDataType()).getByteOrder();
    long[] shape = data.getDimensionsAsLong();
    int last = shape.length - 1;
    planeValues = Math.toIntExact(Math.multiplyExact(shape[last], shape[last - 1]));
    long bytes = Math.multiplyExact((long) planeValues * Double.BYTES, shape[last - 2]);
    if (start == Constants.UNDEFINED_ADDRESS || start < 0) {
      throw new DamagedHdf5Exception("values of " + path + " in the file", "none written");
    }
    if (bytes > stored.length() - start) {
      throw new EOFException(
          "expected "
              + bytes
              + " bytes of "
              + path
              + " at byte "
              + start
              + ", found a file of only "
              + stored.length()
              + " bytes");
    }
  }

  @Override
  public void read(int[] planes, Taker taker) throws IOException {
    double[] values = new double[planeValues];
    int planeBytes = Math.multiplyExact(planeValues, Double.BYTES);
    int together = (int) Math.max(1, MOST_BYTES_AT_ONCE / planeBytes);
    for (int from = 0; from < planes.length; from += together) {
      int to = Math.min(planes.length, from + together);
      List<TextPart> parts = new ArrayList<>();
      List<Integer> lengths = new ArrayList<>();
      for (int i = from; i < to; ) {
        int next = i + 1;
        while (next < to && planes[next] == planes[next - 1] + 1) {
          next++;
        }
        lengths.add(next - i);
        parts.add(new TextPart(start + (long) planes[i] * planeBytes, (next - i) * planeBytes));
        i = next;
      }
      hand(planes, from, lengths, stored.parts(parts, 0), values, taker);
    }
  }

  private void hand(
      int[] planes,
      int from,
      List<Integer> lengths,
      List<ByteBuffer> runs,
      double[] values,
      Taker taker)
      throws IOException {
    int i = from;
    for (int run = 0; run < runs.size(); run++) {
      var doubles = runs.get(run).order(order).asDoubleBuffer();
      for (int n = 0; n < lengths.get(run); n++, i++) {
        doubles.get(values);
        taker.take(planes[i], values);
      }
    }
  }
}
