package io.github.epdi.model.onnx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * A message in the wire format of protocol buffers. Its size is known before it is written, so that
 * large arrays are made only while they are written.
 */
final class WireMessage {
  /** The wire types that this package uses. */
  private static final int VARINT = 0;

  private static final int LENGTH = 2;
  private static final int FIXED32 = 5;
  private static final int CHUNK_BYTES = 1 << 20;

  private final List<Part> parts = new ArrayList<>();
  private long size;

  /** Takes a message's bytes in order. */
  interface Sink {
    void accept(ByteBuffer chunk) throws IOException;
  }

  /** A piece of a message. */
  private interface Part {
    void write(Sink sink) throws IOException;
  }

  /** Returns the number of bytes. */
  long size() {
    return size;
  }

  WireMessage integer(int field, long value) {
    byte[] tag = varint(tag(field, VARINT));
    byte[] bytes = varint(value);
    return add(tag).add(bytes);
  }

  WireMessage real(int field, float value) {
    byte[] bytes =
        ByteBuffer.allocate(Float.BYTES).order(ByteOrder.LITTLE_ENDIAN).putFloat(value).array();
    return add(varint(tag(field, FIXED32))).add(bytes);
  }

  /** Adds a text in UTF-8. */
  WireMessage text(int field, String value) {
    return bytes(field, value.getBytes(StandardCharsets.UTF_8));
  }

  WireMessage bytes(int field, byte[] value) {
    return head(field, value.length).add(value);
  }

  /** Adds a message, which must be complete. */
  WireMessage message(int field, WireMessage value) {
    head(field, value.size);
    return add(value.size, value::write);
  }

  /**
   * Adds little-endian float32 as bytes.
   *
   * @param count number of values
   * @param values makes them each time that the message is written
   */
  WireMessage floats(int field, long count, Supplier<float[]> values) {
    long length = Math.multiplyExact(count, Float.BYTES);
    head(field, length);
    return add(length, sink -> write(count, values.get(), sink));
  }

  void write(Sink sink) throws IOException {
    for (Part part : parts) {
      part.write(sink);
    }
  }

  private static void write(long count, float[] values, Sink sink) throws IOException {
    if (values.length != count) {
      throw new IllegalStateException(
          "Cannot write numbers: expected " + count + ", found " + values.length);
    }
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      if (!chunk.hasRemaining()) {
        sink.accept(chunk.flip());
        chunk.clear();
      }
      chunk.putFloat(value);
    }
    sink.accept(chunk.flip());
  }

  private WireMessage head(int field, long length) {
    return add(varint(tag(field, LENGTH))).add(varint(length));
  }

  private WireMessage add(byte[] bytes) {
    return add(bytes.length, sink -> sink.accept(ByteBuffer.wrap(bytes)));
  }

  private WireMessage add(long length, Part part) {
    parts.add(part);
    size += length;
    return this;
  }

  private static long tag(int field, int wireType) {
    return ((long) field << 3) | wireType;
  }

  /** Returns seven bits a byte, lowest first, with the highest bit set in all but the last. */
  private static byte[] varint(long value) {
    int length = Math.max(1, (Long.SIZE - Long.numberOfLeadingZeros(value) + 6) / 7);
    byte[] bytes = new byte[length];
    long rest = value;
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) ((rest & 0x7f) | (i + 1 < length ? 0x80 : 0));
      rest >>>= 7;
    }
    return bytes;
  }
}
