package io.github.epdi.model;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Collects tensors and writes them as one safetensors file; the same tensors give the same bytes,
 * in whatever order they were added. Not thread-safe.
 */
public final class SafetensorsWriter {
  private record Tensor(TensorSpec spec, TensorType type, FloatBuffer values) {}

  private final Map<String, Tensor> tensors = new TreeMap<>();
  private final Map<String, String> metadata = new TreeMap<>();

  /** Adds an entry to the header's free text. */
  public SafetensorsWriter metadata(String key, String value) {
    metadata.put(key, value);
    return this;
  }

  /**
   * Adds a tensor.
   *
   * @param values row-major; held, not copied
   * @param type F32 or F16
   * @throws ModelFormatException if the count is not the shape's, the name is taken, or a value
   *     does not fit F16
   */
  public SafetensorsWriter add(TensorSpec spec, float[] values, TensorType type) {
    if (values.length != spec.elements()) {
      throw bad(spec, spec.elements() + " values for shape " + spec.shape(), "" + values.length);
    }
    if (type != TensorType.F32 && type != TensorType.F16) {
      throw bad(spec, "F32 or F16", type.toString());
    }
    if (type == TensorType.F16) {
      for (float value : values) {
        if (Float.isFinite(value) && !HalfPrecision.fits(value)) {
          throw bad(spec, "values that fit F16 (up to 65504)", "" + value);
        }
      }
    }
    if (tensors.putIfAbsent(spec.name(), new Tensor(spec, type, FloatBuffer.wrap(values)))
        != null) {
      throw bad(spec, "a name that is not taken", "two tensors of it");
    }
    return this;
  }

  /** The file. */
  public byte[] toBytes() {
    ObjectNode root = new ObjectMapper().createObjectNode();
    if (!metadata.isEmpty()) {
      ObjectNode texts = root.putObject(SafetensorsHeader.METADATA);
      metadata.forEach(texts::put);
    }
    long offset = 0;
    List<Tensor> ordered = ordered();
    for (Tensor tensor : ordered) {
      ObjectNode node = root.putObject(tensor.spec().name());
      node.put("dtype", tensor.type().name());
      ArrayNode shape = node.putArray("shape");
      tensor.spec().shape().forEach(shape::add);
      long end = offset + (long) tensor.values().capacity() * tensor.type().bytes();
      node.putArray("data_offsets").add(offset).add(end);
      offset = end;
    }
    String text = root.toString();
    byte[] header = text.getBytes(StandardCharsets.UTF_8);
    // Values start at a multiple of 8, so that readers may map them.
    int padded = (header.length + 7) / 8 * 8;
    ByteBuffer out =
        ByteBuffer.allocate(Math.toIntExact(8 + padded + offset)).order(ByteOrder.LITTLE_ENDIAN);
    out.putLong(padded).put(header);
    while (out.position() < 8 + padded) {
      out.put((byte) ' ');
    }
    ordered.forEach(tensor -> put(out, tensor));
    return out.array();
  }

  /** Wide values first, so that each tensor is aligned for its own kind; then by name. */
  private List<Tensor> ordered() {
    return tensors.values().stream()
        .sorted(Comparator.comparingInt((Tensor tensor) -> -tensor.type().bytes()))
        .toList();
  }

  private static void put(ByteBuffer out, Tensor tensor) {
    for (int i = 0; i < tensor.values().capacity(); i++) {
      float value = tensor.values().get(i);
      if (tensor.type() == TensorType.F32) {
        out.putFloat(value);
      } else {
        out.putShort(HalfPrecision.toBinary16(value));
      }
    }
  }

  private static ModelFormatException bad(TensorSpec spec, String expected, String found) {
    return new ModelFormatException(
        "Cannot write tensor " + spec.name() + ": expected " + expected + ", found " + found);
  }
}
