package io.github.epdi.grid.text;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileRange;
import org.apache.hadoop.util.functional.FutureIO;

/**
 * An opened file: as a stream that can be moved, and in parts. Counts the bytes taken from storage
 * and marks its failures, so that they are not mistaken for a damaged file. Closing it does
 * nothing: the file belongs to who opened it.
 */
public final class StorageInput extends InputStream {
  /** Storage failed; the file itself may be sound. */
  public static final class StorageException extends IOException {
    private static final long serialVersionUID = 1L;

    StorageException(IOException cause) {
      super(cause);
    }
  }

  private final FSDataInputStream in;
  private final long length;
  private long count;

  /**
   * Over an opened file.
   *
   * @param length bytes that the file had when it was opened
   */
  public StorageInput(FSDataInputStream in, long length) {
    this.in = in;
    this.length = length;
  }

  /** Bytes of the file. */
  public long length() {
    return length;
  }

  /** Bytes taken so far. */
  public long count() {
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
      int read = in.read(target, offset, length);
      count += Math.max(read, 0);
      return read;
    } catch (IOException e) {
      throw new StorageException(e);
    }
  }

  /** Moves the stream to a place in the file. */
  public void seek(long offset) throws IOException {
    try {
      in.seek(offset);
    } catch (IOException e) {
      throw new StorageException(e);
    }
  }

  /** Moves on without reading. */
  @Override
  public long skip(long bytes) throws IOException {
    try {
      long from = in.getPos();
      long skipped = Math.max(0, Math.min(bytes, length - from));
      in.seek(from + skipped);
      return skipped;
    } catch (IOException e) {
      throw new StorageException(e);
    }
  }

  /**
   * Reads parts, all of them at once where storage can; the stream stays where it is.
   *
   * @param parts in ascending order, at least one, without overlap
   * @param padding bytes of 0 behind each part's limit, where the part has an array for itself
   * @throws EOFException if the file has become shorter than that
   */
  public List<ByteBuffer> parts(List<TextPart> parts, int padding) throws IOException {
    List<FileRange> ranges = new ArrayList<>();
    for (TextPart part : parts) {
      ranges.add(FileRange.createFileRange(part.offset(), part.length()));
    }
    try {
      in.readVectored(ranges, length -> ByteBuffer.allocate(length + padding).limit(length));
      List<ByteBuffer> found = new ArrayList<>();
      for (FileRange range : ranges) {
        found.add(FutureIO.awaitFuture(range.getData()));
        count += range.getLength();
      }
      return found;
    } catch (EOFException e) {
      throw e;
    } catch (IOException e) {
      throw new StorageException(e);
    }
  }
}
