package io.github.epdi.grid.hdf5;

import io.jhdf.ObjectHeader;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.exceptions.HdfException;
import io.jhdf.filter.ByteShuffleFilter;
import io.jhdf.object.message.FilterPipelineMessage;
import io.jhdf.object.message.FilterPipelineMessage.FilterInfo;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Decodes the chunks of a data set one at a time, and never to more bytes than a chunk has. Chunks
 * may be plain or packed with the format's own filters deflate, shuffle and Fletcher's checksum.
 */
final class Hdf5Chunks {
  private static final int DEFLATE = 1;
  private static final int SHUFFLE = 2;
  private static final int CHECKSUM = 3;
  private static final int CHECKSUM_BYTES = 4;
  private static final long MOST_CHUNKS = 1L << 22;
  private static final long LARGEST_CHUNK_BYTES = 1L << 28;

  private final String path;
  private final ChunkedDataset data;
  private final List<FilterInfo> filters;
  private final int[] lengths;
  private final int bytes;

  Hdf5Chunks(String path, ObjectHeader header, ChunkedDataset data) {
    this.path = path;
    this.data = data;
    this.lengths = data.getChunkDimensions();
    this.filters =
        header.hasMessageOfType(FilterPipelineMessage.class)
            ? header.getMessageOfType(FilterPipelineMessage.class).getFilters()
            : List.of();
    this.bytes = checkedBytes();
  }

  private int checkedBytes() {
    long[] shape = data.getDimensionsAsLong();
    double chunks = 1;
    double chunkBytes = data.getDataType().getSize();
    for (int axis = 0; axis < shape.length; axis++) {
      if (lengths[axis] <= 0 || shape[axis] < 0) {
        throw new HdfException("chunks of no length in " + path);
      }
      chunks *= Math.ceil((double) shape[axis] / lengths[axis]);
      chunkBytes *= lengths[axis];
    }
    if (chunks > MOST_CHUNKS || chunkBytes > LARGEST_CHUNK_BYTES) {
      throw new HdfException(chunks + " chunks of " + chunkBytes + " bytes in " + path);
    }
    return (int) chunkBytes;
  }

  /** Returns the lengths of a chunk along each axis. */
  int[] lengths() {
    return lengths.clone();
  }

  /**
   * Returns the bytes of the chunk that begins at an index.
   *
   * @throws HdfException if there is none or it decodes to another number of bytes
   */
  byte[] decoded(int[] at) {
    ByteBuffer raw = data.getRawChunkBuffer(at);
    byte[] coded = new byte[raw.remaining()];
    raw.get(coded);
    for (int i = filters.size() - 1; i >= 0; i--) {
      coded =
          switch (filters.get(i).getId()) {
            case DEFLATE -> inflated(coded);
            case SHUFFLE -> new ByteShuffleFilter().decode(coded, shuffled(filters.get(i)));
            case CHECKSUM -> unchecked(coded);
            default -> throw new HdfException("a filter " + filters.get(i) + " in " + path);
          };
    }
    if (coded.length != bytes) {
      throw new HdfException("a chunk of " + coded.length + " bytes in place of " + bytes);
    }
    return coded;
  }

  /** Decodes every chunk once, to check it before jHDF decodes it without a limit. */
  void checkAll() {
    long[] shape = data.getDimensionsAsLong();
    for (long n : shape) {
      if (n == 0) {
        return;
      }
    }
    int[] at = new int[shape.length];
    do {
      decoded(at);
    } while (advance(at, shape));
  }

  /** Moves to the next chunk, the last axis first. Returns false after the last one. */
  private boolean advance(int[] at, long[] shape) {
    for (int axis = at.length - 1; axis >= 0; axis--) {
      at[axis] += lengths[axis];
      if (at[axis] < shape[axis]) {
        return true;
      }
      at[axis] = 0;
    }
    return false;
  }

  private static int[] shuffled(FilterInfo filter) {
    int[] values = filter.getData();
    if (values.length != 1 || values[0] < 1 || values[0] > 1024) {
      throw new HdfException("a shuffle filter without the size of a value");
    }
    return values;
  }

  private byte[] inflated(byte[] coded) {
    Inflater inflater = new Inflater();
    byte[] whole = new byte[bytes + CHECKSUM_BYTES];
    try {
      inflater.setInput(coded);
      int count = 0;
      while (!inflater.finished() && count < whole.length) {
        int read = inflater.inflate(whole, count, whole.length - count);
        if (read == 0 && !inflater.finished()) {
          throw new HdfException("a deflated chunk that ends too early in " + path);
        }
        count += read;
      }
      return Arrays.copyOf(whole, count);
    } catch (DataFormatException e) {
      throw new HdfException("a chunk that is not deflated in " + path, e);
    } finally {
      inflater.end();
    }
  }

  /** Removes the checksum, which is not verified. */
  private byte[] unchecked(byte[] coded) {
    int length = coded.length - CHECKSUM_BYTES;
    if (length < 0) {
      throw new HdfException("a chunk without its checksum in " + path);
    }
    return Arrays.copyOf(coded, length);
  }
}
