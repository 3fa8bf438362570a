package io.github.epdi.grid.blocks;

import io.github.epdi.grid.text.GzipInput;
import io.github.epdi.grid.text.TextInput;
import io.github.epdi.grid.text.TextPart;
import java.io.IOException;
import java.util.List;

/**
 * Parts of a gzip file: what lies between them is inflated and passed over unparsed.
 *
 * <p>Whether a block of spin down, or occupancies of a density, follow the last needed plane shows
 * only at the end of the text. Its length stands in the trailer of a file of one member, and is
 * believed if the bytes that are left in the file are no more than the rest of that text takes.
 */
public final class InflatedPlaneText implements PlaneText {
  /** Line ends and blanks that may follow the last value. */
  private static final int MOST_BLANKS = 8;

  /** Bytes of a trailer and a last, empty part. */
  private static final int TRAILER_BYTES = 64;

  /** How much worse than the text so far the rest may be compressed, if it is the same member. */
  private static final double LARGEST_CHANGE = 1.25;

  private final TextInput in;
  private final GzipInput gzip;
  private final long storedLength;
  private final long statedLength;

  /**
   * Reads on from where a text is.
   *
   * @param storedLength bytes of the file
   * @param statedLength what the trailer says of the text's length, modulo 2^32
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
