package io.github.epdi.model.safetensors;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The tensors of a safetensors file, decoded when asked for.
 *
 * <p>A file has a header length of 8 bytes (little-endian), a JSON header {@code {name: {dtype,
 * shape, data_offsets}}}, and then the values without holes (huggingface.co/docs/safetensors). The
 * whole header is checked before anything is decoded. Instances are immutable. Bytes or a file that
 * are given are not copied and must not be changed.
 */
public final class Safetensors implements TensorSource {
  private static final int CHUNK_BYTES = 1 << 20;

  private final Content content;
  private final SafetensorsHeader header;

  /** The content of a file. */
  private interface Content {
    /** Fills a buffer from a position of the file on. */
    void read(long position, ByteBuffer target);
  }

  private Safetensors(Content content, SafetensorsHeader header) {
    this.content = content;
    this.header = header;
  }

  /**
   * Reads and checks the header.
   *
   * @param bytes the whole file
   * @throws ModelFormatException if it is not a safetensors file, naming the tensor where one is
   *     wrong
   */
  public static Safetensors parse(byte[] bytes) {
    Content content =
        (position, target) -> target.put(bytes, Math.toIntExact(position), target.remaining());
    return new Safetensors(content, SafetensorsHeader.parse(bytes, bytes.length));
  }

  /**
   * Reads and checks the header of a local file of any size. Each tensor is read when it is asked
   * for.
   *
   * @throws ModelFormatException as {@link #parse}
   */
  public static Safetensors open(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      long length = channel.size();
      byte[] begin = new byte[(int) Math.min(SafetensorsHeader.LENGTH_BYTES, length)];
      fill(channel, 0, ByteBuffer.wrap(begin));
      byte[] head = new byte[SafetensorsHeader.dataStart(begin, length)];
      fill(channel, 0, ByteBuffer.wrap(head));
      return new Safetensors(of(file), SafetensorsHeader.parse(head, length));
    }
  }

  private static Content of(Path file) {
    return (position, target) -> {
      try (FileChannel channel = FileChannel.open(file)) {
        fill(channel, position, target);
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot read " + file + ": " + e, e);
      }
    };
  }

  private static void fill(FileChannel channel, long position, ByteBuffer target)
      throws IOException {
    long at = position;
    while (target.hasRemaining()) {
      int count = channel.read(target, at);
      if (count < 0) {
        throw new EOFException("expected " + target.remaining() + " more bytes, found the end");
      }
      at += count;
    }
  }

  /** Returns the header's free text entries. */
  public Map<String, String> metadata() {
    return header.metadata();
  }

  /** Returns the names in the order of the header. */
  @Override
  public List<String> names() {
    return List.copyOf(header.entries().keySet());
  }

  @Override
  public boolean contains(String name) {
    return header.entries().containsKey(name);
  }

  @Override
  public TensorSpec spec(String name) {
    return entry(name).spec();
  }

  /** Returns the type of a tensor's values. */
  public TensorType type(String name) {
    return entry(name).type();
  }

  /**
   * Returns a tensor's values in row-major order.
   *
   * @throws ModelFormatException if there is no such tensor, or its values are not F32, F16 or BF16
   */
  @Override
  public float[] floats(String name) {
    SafetensorsHeader.Entry entry = entry(name);
    TensorType type = entry.type();
    if (type != TensorType.F32 && type != TensorType.F16 && type != TensorType.BF16) {
      throw new ModelFormatException(
          "Cannot read tensor " + name + ": expected F32, F16 or BF16, found " + type);
    }
    float[] values = new float[Math.toIntExact(entry.spec().elements())];
    int done = 0;
    int most = (int) Math.min(CHUNK_BYTES, (long) values.length * type.bytes());
    ByteBuffer chunk = ByteBuffer.allocate(most).order(ByteOrder.LITTLE_ENDIAN);
    while (done < values.length) {
      int count = Math.min(CHUNK_BYTES / type.bytes(), values.length - done);
      chunk.clear().limit(count * type.bytes());
      content.read(entry.begin() + (long) done * type.bytes(), chunk);
      decode(type, chunk.flip(), values, done);
      done += count;
    }
    return values;
  }

  private static void decode(TensorType type, ByteBuffer chunk, float[] values, int first) {
    if (type == TensorType.F32) {
      chunk.asFloatBuffer().get(values, first, chunk.remaining() / type.bytes());
      return;
    }
    short[] bits = new short[chunk.remaining() / type.bytes()];
    chunk.asShortBuffer().get(bits);
    if (type == TensorType.F16) {
      HalfPrecision.fromBinary16(bits, values, first);
    } else {
      HalfPrecision.fromBfloat16(bits, values, first);
    }
  }

  private SafetensorsHeader.Entry entry(String name) {
    SafetensorsHeader.Entry entry = header.entries().get(name);
    if (entry == null) {
      throw new ModelFormatException(
          "Cannot read tensor " + name + ": expected it in the file, found no tensor of this name");
    }
    return entry;
  }
}
