package io.github.epdi.grid;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Counts the bytes taken from storage and marks its failures, so that they are not mistaken for a
 * damaged file.
 */
final class StorageInput extends FilterInputStream {
  /** Storage failed; the file itself may be sound. */
  static final class StorageException extends IOException {
    private static final long serialVersionUID = 1L;

    StorageException(IOException cause) {
      super(cause);
    }
  }

  private long count;

  StorageInput(InputStream in) {
    super(in);
  }

  long count() {
    return count;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    int read = read(one, 0, 1);
    return read < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    try {
      int read = super.read(target, offset, length);
      count += Math.max(read, 0);
      return read;
    } catch (IOException e) {
      throw new StorageException(e);
    }
  }
}
