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
 * An opened file, read as a stream that can be moved or in parts. It counts the bytes read from
 * storage and marks failures of storage, so that they are not mistaken for a damaged file. Closing
 * it does nothing, because whoever opened the file closes it.
 */
public final class StorageInput extends InputStream {
  /** Storage failed. The file itself may be sound. */
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
   * Takes an opened file.
   *
   * @param in the opened file
   * @param length its length in bytes when it was opened
   */
  public StorageInput(FSDataInputStream in, long length) {
    this.in = in;
    this.length = length;
  }

  /** Length of the file in bytes. */
  public long length() {
    return length;
  }

  /** Number of bytes read so far. */
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

  /** Moves the stream to a byte offset. */
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
   * Reads parts, all at once where storage can do that. The stream does not move.
   *
   * @param parts at least one part, in ascending order and without overlap
   * @param padding number of zero bytes after each part's limit, where the part has an array of its
   *     own
   * @throws EOFException if the file has become shorter
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
