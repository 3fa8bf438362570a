package io.github.epdi.grid.blocks;

import io.github.epdi.grid.text.GzipInput;
import io.github.epdi.grid.text.TextInput;
import io.github.epdi.grid.text.TextPart;
import java.io.IOException;
import java.util.List;

/**
 * Parts of a gzip file. The text between them is decompressed but not parsed.
 *
 * <p>Only the end of the text shows whether a block of spin down, or occupancies of a density,
 * follow the last needed plane. The trailer of a file with one member states the text's length. It
 * is trusted if the rest of the file has no more bytes than the rest of that text would need.
 */
public final class InflatedPlaneText implements PlaneText {
  /** Line ends and blanks that may follow the last value. */
  private static final int MOST_BLANKS = 8;

  /** Bytes of a trailer and a last, empty part. */
  private static final int TRAILER_BYTES = 64;

  /** Factor by which the rest may be compressed less well than the text so far. */
  private static final double LARGEST_CHANGE = 1.25;

  private final TextInput in;
  private final GzipInput gzip;
  private final long storedLength;
  private final long statedLength;

  /**
   * Continues from the current position of a text.
   *
   * @param in the text
   * @param gzip the decompressed file that the text is read from
   * @param storedLength length of the file in bytes
   * @param statedLength length of the text modulo 2^32, as the trailer states it
   */
  public InflatedPlaneText(TextInput in, GzipInput gzip, long storedLength, long statedLength) {
    this.in = in;
    this.gzip = gzip;
    this.storedLength = storedLength;
    this.statedLength = statedLength;
  }

  @Override
  public void announce(List<TextPart> parts) {}

  @Override
  public TextInput at(TextPart part, long line) throws IOException {
    in.jump(part.offset(), line);
    return in;
  }

  @Override
  public long length() {
    return Long.MAX_VALUE;
  }

  @Override
  public boolean endsAt(long offset) {
    long behind = (statedLength - offset) & 0xffffffffL;
    long left = offset + behind - gzip.textBytes();
    long storedLeft = gzip.storedBytesLeft();
    double perByte = (double) (storedLength - storedLeft) / gzip.textBytes();
    return behind <= MOST_BLANKS && storedLeft <= LARGEST_CHANGE * perByte * left + TRAILER_BYTES;
  }
}
