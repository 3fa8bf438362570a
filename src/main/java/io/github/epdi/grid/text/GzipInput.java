package io.github.epdi.grid.text;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Decompresses a gzip file (RFC 1952) of one or several members. Length and checksum of each member
 * are checked when its end is reached.
 */
public final class GzipInput extends InputStream {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final int MAGIC = 0x8b1f;
  private static final int DEFLATED = 8;
  private static final int HEADER_CHECKSUM = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;

  private final StorageInput stored;
  private final InputStream in;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 checksum = new CRC32();
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int position;
  private int limit;
  private long pulled;
  private long textBefore;
  private boolean ended;

  /**
   * Reads a file from its start.
   *
   * @param in the bytes of the file
   * @param stored the stored file that {@code in} reads from
   */
  GzipInput(InputStream in, StorageInput stored) throws IOException {
    this.in = in;
    this.stored = stored;
    readHeader(next());
  }

  /**
   * Returns the length of the last member's text modulo 2^32, which the last four bytes of a file
   * state.
   */
  public static long statedLength(StorageInput stored) throws IOException {
    TextPart trailer = new TextPart(stored.length() - Integer.BYTES, Integer.BYTES);
    ByteBuffer bytes = stored.parts(List.of(trailer), 0).get(0);
    return bytes.order(ByteOrder.LITTLE_ENDIAN).getInt(bytes.position()) & 0xffffffffL;
  }

  /** Returns the number of bytes of text so far. */
  public long textBytes() {
    return textBefore + inflater.getBytesWritten();
  }

  /** Returns the number of bytes of the file that are not decompressed yet. */
  public long storedBytesLeft() {
    return stored.length() - pulled + inflater.getRemaining();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    int read = read(one, 0, 1);
    return read < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    while (!ended && length > 0) {
      int read = inflate(target, offset, length);
      if (read > 0) {
        checksum.update(target, offset, read);
        return read;
      }
      if (inflater.finished()) {
        position = limit - inflater.getRemaining();
        checkTrailer();
        startNextMember();
      } else if (inflater.needsInput()) {
        fill();
        if (position == limit) {
          throw new EOFException("the file ends within a member");
        }
        inflater.setInput(buffer, 0, limit);
      } else {
        throw new IOException("a member needs a dictionary");
      }
    }
    return ended ? -1 : 0;
  }

  /** Decompresses bytes and drops them. */
  @Override
  public long skip(long bytes) throws IOException {
    byte[] dropped = new byte[(int) Math.max(0, Math.min(bytes, BUFFER_BYTES))];
    long left = bytes;
    int read = 0;
    while (left > 0 && read >= 0) {
      read = read(dropped, 0, (int) Math.min(left, dropped.length));
      left -= Math.max(read, 0);
    }
    return bytes - left;
  }

  private int inflate(byte[] target, int offset, int length) throws IOException {
    try {
      return inflater.inflate(target, offset, length);
    } catch (DataFormatException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private void startNextMember() throws IOException {
    int first = next();
    textBefore += inflater.getBytesWritten();
    if (first < 0) {
      inflater.reset();
      ended = true;
      return;
    }
    readHeader(first);
  }

  private void readHeader(int first) throws IOException {
    if ((first | next() << 8) != MAGIC) {
      throw new IOException("bytes that are no gzip member");
    }
    if (needed() != DEFLATED) {
      throw new IOException("a member that is not deflated");
    }
    int flags = needed();
    skipNeeded(6);
    if ((flags & EXTRA) != 0) {
      skipNeeded(needed() | needed() << 8);
    }
    if ((flags & NAME) != 0) {
      skipText();
    }
    if ((flags & COMMENT) != 0) {
      skipText();
    }
    if ((flags & HEADER_CHECKSUM) != 0) {
      skipNeeded(2);
    }
    inflater.reset();
    checksum.reset();
    inflater.setInput(buffer, position, limit - position);
  }

  private void checkTrailer() throws IOException {
    if (fourBytes() != checksum.getValue()) {
      throw new IOException("a member with another checksum");
    }
    if (fourBytes() != (inflater.getBytesWritten() & 0xffffffffL)) {
      throw new IOException("a member of another length");
    }
  }

  private long fourBytes() throws IOException {
    long value = 0;
    for (int shift = 0; shift < 32; shift += 8) {
      value |= (long) needed() << shift;
    }
    return value;
  }

  private void skipText() throws IOException {
    while (needed() != 0) {
      // The name and the comment are not needed.
    }
  }

  private void skipNeeded(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      needed();
    }
  }

  private int needed() throws IOException {
    int next = next();
    if (next < 0) {
      throw new EOFException("the file ends within a member");
    }
    return next;
  }

  /** Returns the next stored byte, or -1 at the end of the file. */
  private int next() throws IOException {
    if (position == limit) {
      fill();
    }
    return position == limit ? -1 : buffer[position++] & 0xff;
  }

  private void fill() throws IOException {
    position = 0;
    limit = Math.max(0, in.read(buffer, 0, BUFFER_BYTES));
    pulled += limit;
  }

  @Override
  public void close() {
    ended = true;
    inflater.end();
  }
}
