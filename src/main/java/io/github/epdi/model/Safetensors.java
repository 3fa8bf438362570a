package io.github.epdi.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;

/**
 * The tensors of a safetensors file, decoded when asked for.
 *
 * <p>Layout: 8 bytes header length (little-endian), a JSON header {@code {name: {dtype, shape,
 * data_offsets}}}, then the values without holes (huggingface.co/docs/safetensors). The header is
 * checked whole before anything is decoded. Immutable; the bytes given are not copied and must not
 * be changed.
 */
public final class Safetensors implements TensorSource {
  private final byte[] bytes;
  private final SafetensorsHeader header;

  private Safetensors(byte[] bytes, SafetensorsHeader header) {
    this.bytes = bytes;
    this.header = header;
  }

  /**
   * Reads and checks the header.
   *
   * @param bytes the whole file
   * @throws ModelFormatException if it is not a safetensors file; names the tensor where one is
   *     wrong
   */
  public static Safetensors parse(byte[] bytes) {
    return new Safetensors(bytes, SafetensorsHeader.parse(bytes));
  }

  /** The header's free text entries. */
  public Map<String, String> metadata() {
    return header.metadata();
  }

  /** In the order of the header. */
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

  /** Kind of a tensor's values. */
  public TensorType type(String name) {
    return entry(name).type();
  }

  /**
   * A tensor's values in row-major order.
   *
   * @throws ModelFormatException if there is no such tensor, or its values are not F32, F16 or BF16
   */
  @Override
  public float[] floats(String name) {
    SafetensorsHeader.Entry entry = entry(name);
    ByteBuffer data =
        ByteBuffer.wrap(bytes, entry.begin(), entry.end() - entry.begin())
            .order(ByteOrder.LITTLE_ENDIAN);
    float[] values = new float[Math.toIntExact(entry.spec().elements())];
    switch (entry.type()) {
      case F32 -> data.asFloatBuffer().get(values);
      case F16 -> {
        for (int i = 0; i < values.length; i++) {
          values[i] = HalfPrecision.fromBinary16(data.getShort());
        }
      }
      case BF16 -> {
        for (int i = 0; i < values.length; i++) {
          values[i] = HalfPrecision.fromBfloat16(data.getShort());
        }
      }
      default ->
          throw new ModelFormatException(
              "Cannot read tensor " + name + ": expected F32, F16 or BF16, found " + entry.type());
    }
    return values;
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
