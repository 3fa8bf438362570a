package io.github.epdi.grid.blocks;

import io.github.epdi.grid.text.StorageInput;
import io.github.epdi.grid.text.TextInput;
import io.github.epdi.grid.text.TextPart;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Parts of a file that is not compressed, read directly from storage. */
public final class StoredPlaneText implements PlaneText {
  /** Parts are read together up to this many bytes. */
  private static final long MOST_BYTES_AT_ONCE = 64L << 20;

  private final StorageInput stored;
  private final Deque<TextPart> announced = new ArrayDeque<>();
  private final Deque<ByteBuffer> read = new ArrayDeque<>();

  public StoredPlaneText(StorageInput stored) {
    this.stored = stored;
  }

  @Override
  public void announce(List<TextPart> parts) {
    announced.addAll(parts);
  }

  @Override
  public TextInput at(TextPart part, long line) throws IOException {
    if (read.isEmpty()) {
      readOn();
    }
    return new TextInput(padded(read.remove()), part.offset(), line);
  }

  /**
   * Returns an array with padding. Storage that joins parts returns slices of what it read, which
   * are copied.
   */
  private static byte[] padded(ByteBuffer bytes) {
    int length = bytes.remaining() + TextInput.PADDING;
    if (bytes.arrayOffset() == 0 && bytes.array().length == length) {
      return bytes.array();
    }
    byte[] copy = new byte[length];
    bytes.get(copy, 0, bytes.remaining());
    return copy;
  }

  private void readOn() throws IOException {
    List<TextPart> together = new ArrayList<>();
    long bytes = 0;
    while (!announced.isEmpty()
        && (together.isEmpty() || bytes + announced.peek().length() <= MOST_BYTES_AT_ONCE)) {
      bytes += announced.peek().length();
      together.add(announced.remove());
    }
    read.addAll(stored.parts(together, TextInput.PADDING));
  }

  @Override
  public long length() {
    return stored.length();
  }

  /** Returns false because looking at the end costs little. */
  @Override
  public boolean endsAt(long offset) {
    return false;
  }
}
