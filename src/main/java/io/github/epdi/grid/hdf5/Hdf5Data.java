package io.github.epdi.grid.hdf5;

import io.jhdf.ObjectHeader;
import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.api.dataset.ContiguousDataset;
import io.jhdf.exceptions.HdfTypeException;
import io.jhdf.object.datatype.FloatingPoint;
import java.io.IOException;
import java.lang.reflect.Array;
import java.util.Arrays;

/**
 * One data set. Small ones are read as a whole, large ones of float64 plane by plane. Shapes are in
 * the file's own order, with the fastest index last.
 */
public final class Hdf5Data {
  private static final long MOST_SMALL_BYTES = 1L << 27;

  private final String path;
  private final Hdf5Storage storage;
  private final ObjectHeader header;
  private final Dataset data;

  Hdf5Data(String path, Hdf5Storage storage, ObjectHeader header, Dataset data) {
    this.path = path;
    this.storage = storage;
    this.header = header;
    this.data = data;
  }

  /** Path of the data set in the file. */
  public String path() {
    return path;
  }

  /** Returns the lengths along all axes, the fastest last. It is empty for a single value. */
  public long[] shape() {
    return data.getDimensionsAsLong();
  }

  /** Returns the shape for messages, such as {@code 1 x 100 x 24 x 24}. */
  public String shapeText() {
    StringBuilder text = new StringBuilder();
    for (long n : shape()) {
      text.append(text.isEmpty() ? "" : " x ").append(n);
    }
    return text.isEmpty() ? "a single value" : text.toString();
  }

  /** Tells whether its values are float64. */
  public boolean isFloat64() {
    // A damaged type of eight bytes may be one that Java does not have.
    try {
      return data.getDataType() instanceof FloatingPoint type
          && type.getSize() == Double.BYTES
          && type.getJavaType() == double.class;
    } catch (HdfTypeException e) {
      return false;
    }
  }

  /**
   * Returns all its values in the file's order, whatever their type of number.
   *
   * @throws DamagedHdf5Exception if they are not numbers, more than 128 MiB, or not all there
   */
  public double[] numbers() throws IOException {
    Object flat = flat();
    double[] numbers = new double[flat == null ? 0 : Array.getLength(flat)];
    for (int i = 0; i < numbers.length; i++) {
      if (!(Array.get(flat, i) instanceof Number number)) {
        throw new DamagedHdf5Exception("numbers in " + path, "another type");
      }
      numbers[i] = number.doubleValue();
    }
    return numbers;
  }

  /**
   * Returns the number of a data set that holds only one.
   *
   * @throws DamagedHdf5Exception if it holds none or several
   */
  public double number() throws IOException {
    double[] numbers = numbers();
    if (numbers.length != 1) {
      throw new DamagedHdf5Exception("one number in " + path, numbers.length + " numbers");
    }
    return numbers[0];
  }

  /**
   * Returns all its texts in the file's order, without blanks around them.
   *
   * @throws DamagedHdf5Exception if they are not texts
   */
  public String[] words() throws IOException {
    Object flat = flat();
    if (flat instanceof String one) {
      return new String[] {one.strip()};
    }
    if (!(flat instanceof Object[] texts)) {
      throw new DamagedHdf5Exception("texts in " + path, "another type");
    }
    return Arrays.stream(texts).map(text -> String.valueOf(text).strip()).toArray(String[]::new);
  }

  private Object flat() throws IOException {
    return StoredHdf5.understood(
        storage.stored(),
        "a readable data set " + path,
        () -> {
          if (data.getSizeInBytes() > MOST_SMALL_BYTES || data.getSizeInBytes() < 0) {
            throw new IllegalArgumentException(shapeText() + " values");
          }
          if (data instanceof ChunkedDataset chunked) {
            new Hdf5Chunks(path, header, chunked).checkAll();
          }
          return data.getDataFlat();
        });
  }

  /**
   * Returns access to the planes of the last two axes. The data set must be float64 with at least
   * three axes. All axes but the last three are taken at their first index.
   *
   * @throws DamagedHdf5Exception if it is of another type, or neither contiguous nor chunked
   */
  public Hdf5Planes planes() throws IOException {
    if (!isFloat64() || shape().length < 3) {
      throw new DamagedHdf5Exception(
          "float64 values on three axes or more in " + path,
          shapeText() + " of another type or shape");
    }
    if (data instanceof ContiguousDataset contiguous) {
      return new ContiguousPlanes(path, storage, contiguous);
    }
    if (data instanceof ChunkedDataset chunked) {
      return new ChunkedPlanes(storage, chunked, new Hdf5Chunks(path, header, chunked));
    }
    throw new DamagedHdf5Exception(
        "a contiguous or chunked data set " + path, data.getDataLayout().toString());
  }
}
