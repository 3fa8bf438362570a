package io.github.epdi.model.safetensors;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Collects tensors and writes them as one safetensors file. The same tensors give the same bytes,
 * in whatever order they were added. Not thread-safe.
 */
public final class SafetensorsWriter {
  private record Tensor(TensorSpec spec, TensorType type, Supplier<float[]> values) {
    long bytes() {
      return spec.elements() * type.bytes();
    }
  }

  /** The chunk size is a multiple of the size of every type. */
  private static final int CHUNK_BYTES = 1 << 20;

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
    check(spec, values, type);
    return add(spec, () -> values, type);
  }

  /**
   * Adds a tensor whose values are made each time that they are written.
   *
   * @param values row-major; checked when written
   * @param type F32 or F16
   * @throws ModelFormatException if the name is taken
   */
  public SafetensorsWriter add(TensorSpec spec, Supplier<float[]> values, TensorType type) {
    if (type != TensorType.F32 && type != TensorType.F16) {
      throw bad(spec, "F32 or F16", type.toString());
    }
    if (tensors.putIfAbsent(spec.name(), new Tensor(spec, type, values)) != null) {
      throw bad(spec, "a name that is not taken", "two tensors of it");
    }
    return this;
  }

  private static float[] check(TensorSpec spec, float[] values, TensorType type) {
    if (values.length != spec.elements()) {
      throw bad(spec, spec.elements() + " values for shape " + spec.shape(), "" + values.length);
    }
    if (type == TensorType.F16) {
      for (float value : values) {
        if (Float.isFinite(value) && !HalfPrecision.fits(value)) {
          throw bad(spec, "values that fit F16 (up to 65504)", "" + value);
        }
      }
    }
    return values;
  }

  /** Returns the file's bytes, of at most 2 GiB. */
  public byte[] toBytes() {
    List<Tensor> ordered = ordered();
    ByteBuffer out = ByteBuffer.allocate(Math.toIntExact(head(ordered).length + bytes(ordered)));
    emit(ordered, out::put);
    return out.array();
  }

  /** Writes the file to a new local path, piece by piece. It is on the disk when this returns. */
  public void write(Path file) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      emit(
          ordered(),
          chunk -> {
            while (chunk.hasRemaining()) {
              channel.write(chunk);
            }
          });
      channel.force(true);
    }
  }

  /**
   * Writes the file under another name beside its own, then moves it there in one step. A file of
   * its name is replaced.
   */
  public void replace(Path file) throws IOException {
    Path temporary = temporary(file);
    // A killed process may have left one behind.
    Files.deleteIfExists(temporary);
    write(temporary);
    Files.move(
        temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Returns the name under which {@link #replace} writes. */
  public static Path temporary(Path file) {
    return file.resolveSibling("." + file.getFileName() + ".tmp");
  }

  /** Takes the file's bytes in order. */
  private interface Sink<E extends Exception> {
    void accept(ByteBuffer chunk) throws E;
  }

  private <E extends Exception> void emit(List<Tensor> ordered, Sink<E> sink) throws E {
    sink.accept(ByteBuffer.wrap(head(ordered)));
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (Tensor tensor : ordered) {
      for (float value : check(tensor.spec(), tensor.values().get(), tensor.type())) {
        if (!chunk.hasRemaining()) {
          sink.accept(chunk.flip());
          chunk.clear();
        }
        put(chunk, tensor.type(), value);
      }
      sink.accept(chunk.flip());
      chunk.clear();
    }
  }

  private static void put(ByteBuffer chunk, TensorType type, float value) {
    if (type == TensorType.F32) {
      chunk.putFloat(value);
    } else {
      chunk.putShort(HalfPrecision.toBinary16(value));
    }
  }

  /** Returns the header's length and the header. */
  private byte[] head(List<Tensor> ordered) {
    ObjectNode root = new ObjectMapper().createObjectNode();
    if (!metadata.isEmpty()) {
      ObjectNode texts = root.putObject(SafetensorsHeader.METADATA);
      metadata.forEach(texts::put);
    }
    long offset = 0;
    for (Tensor tensor : ordered) {
      ObjectNode node = root.putObject(tensor.spec().name());
      node.put("dtype", tensor.type().name());
      ArrayNode shape = node.putArray("shape");
      tensor.spec().shape().forEach(shape::add);
      long end = offset + tensor.bytes();
      node.putArray("data_offsets").add(offset).add(end);
      offset = end;
    }
    byte[] header = root.toString().getBytes(StandardCharsets.UTF_8);
    // Values start at a multiple of 8, so that readers may map them.
    int padded = (header.length + 7) / 8 * 8;
    byte[] head = new byte[SafetensorsHeader.LENGTH_BYTES + padded];
    Arrays.fill(head, (byte) ' ');
    ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).putLong(padded).put(header);
    return head;
  }

  private static long bytes(List<Tensor> ordered) {
    return ordered.stream().mapToLong(Tensor::bytes).sum();
  }

  /**
   * Returns the tensors with wide values first, so that each is aligned for its own type, then by
   * name.
   */
  private List<Tensor> ordered() {
    return tensors.values().stream()
        .sorted(Comparator.comparingInt((Tensor tensor) -> -tensor.type().bytes()))
        .toList();
  }

  private static ModelFormatException bad(TensorSpec spec, String expected, String found) {
    return new ModelFormatException(
        "Cannot write tensor " + spec.name() + ": expected " + expected + ", found " + found);
  }
}
