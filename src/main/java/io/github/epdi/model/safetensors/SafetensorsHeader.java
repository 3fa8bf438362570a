package io.github.epdi.model.safetensors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The checked header of a safetensors file.
 *
 * @param metadata the entries of "__metadata__"
 * @param entries tensors by name, in the order of the header
 */
record SafetensorsHeader(Map<String, String> metadata, Map<String, Entry> entries) {
  /** The largest header that the format allows. */
  static final long LARGEST_HEADER_BYTES = 100_000_000;

  /** Bytes of the header length with which a file begins. */
  static final int LENGTH_BYTES = 8;

  static final String METADATA = "__metadata__";

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /**
   * The place of a tensor in the file.
   *
   * @param spec name and shape
   * @param type type of the values
   * @param begin first byte, counted from the start of the file
   * @param end byte after the last
   */
  record Entry(TensorSpec spec, TensorType type, long begin, long end) {}

  /**
   * Reads a header and checks it against the file's length.
   *
   * @param bytes bytes of the file from the first on, at least as many as {@link #dataStart} says
   * @throws ModelFormatException if the header is wrong or does not fit the file
   */
  static SafetensorsHeader parse(byte[] bytes, long fileLength) {
    int dataStart = dataStart(bytes, fileLength);
    JsonNode root = json(bytes, dataStart - LENGTH_BYTES);
    Map<String, String> metadata = Map.of();
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : root.properties()) {
      if (field.getKey().equals(METADATA)) {
        metadata = texts(field.getValue());
      } else {
        Entry entry = entry(field.getKey(), field.getValue(), dataStart, fileLength);
        entries.put(field.getKey(), entry);
      }
    }
    checkCover(entries.values(), dataStart, fileLength);
    return new SafetensorsHeader(metadata, Collections.unmodifiableMap(entries));
  }

  /**
   * Returns the position where the header ends and the values begin.
   *
   * @param bytes the first eight bytes of the file, or more
   * @throws ModelFormatException if the header's length is impossible
   */
  static int dataStart(byte[] bytes, long fileLength) {
    if (bytes.length < LENGTH_BYTES) {
      throw bad("header", "at least 8 bytes", bytes.length + " bytes");
    }
    long length = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
    long limit = Math.min(LARGEST_HEADER_BYTES, fileLength - LENGTH_BYTES);
    if (length < 2 || length > limit) {
      throw bad(
          "header",
          "a length of 2 to " + limit + " bytes in a file of " + fileLength,
          Long.toUnsignedString(length));
    }
    return Math.toIntExact(LENGTH_BYTES + length);
  }

  private static JsonNode json(byte[] bytes, int length) {
    String text = new String(bytes, LENGTH_BYTES, length, StandardCharsets.UTF_8);
    JsonNode root;
    try {
      root = JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new ModelFormatException(
          "Cannot read safetensors header: expected JSON with unique names, found "
              + e.getOriginalMessage(),
          e);
    }
    if (!root.isObject() || text.charAt(0) != '{') {
      throw bad("header", "a JSON object from its first byte on", root.getNodeType().toString());
    }
    return root;
  }

  private static Map<String, String> texts(JsonNode node) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (!field.getValue().isTextual()) {
        throw bad("metadata entry " + field.getKey(), "text", field.getValue().toString());
      }
      texts.put(field.getKey(), field.getValue().textValue());
    }
    return Collections.unmodifiableMap(texts);
  }

  private static Entry entry(String name, JsonNode node, int dataStart, long fileLength) {
    TensorSpec spec = new TensorSpec(name, shape(name, node.path("shape")));
    TensorType type = type(name, node.path("dtype"));
    JsonNode offsets = node.path("data_offsets");
    long room = fileLength - dataStart;
    if (offsets.size() != 2 || !isLong(offsets.get(0)) || !isLong(offsets.get(1))) {
      throw bad(tensor(name), "two data_offsets", offsets.toString());
    }
    long begin = offsets.get(0).longValue();
    long end = offsets.get(1).longValue();
    if (begin < 0 || begin > end || end > room) {
      throw bad(tensor(name), "data_offsets in order within 0 to " + room, offsets.toString());
    }
    long needed = bytes(spec, type);
    if (end - begin != needed) {
      throw bad(
          tensor(name),
          needed + " bytes for " + type + " of shape " + spec.shape(),
          (end - begin) + " bytes");
    }
    return new Entry(spec, type, dataStart + begin, dataStart + end);
  }

  private static boolean isLong(JsonNode node) {
    return node.isIntegralNumber() && node.canConvertToLong();
  }

  private static List<Integer> shape(String name, JsonNode node) {
    List<Integer> shape = new ArrayList<>();
    for (JsonNode size : node) {
      if (!size.isIntegralNumber() || !size.canConvertToInt() || size.intValue() < 0) {
        throw bad(tensor(name), "a shape of sizes of at least 0", node.toString());
      }
      shape.add(size.intValue());
    }
    if (!node.isArray()) {
      throw bad(tensor(name), "a shape", node.toString());
    }
    return shape;
  }

  private static TensorType type(String name, JsonNode node) {
    try {
      return TensorType.valueOf(node.asText().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new ModelFormatException(
          "Cannot read safetensors "
              + tensor(name)
              + ": expected a dtype of "
              + List.of(TensorType.values())
              + ", found "
              + node,
          e);
    }
  }

  private static long bytes(TensorSpec spec, TensorType type) {
    try {
      return Math.multiplyExact(spec.elements(), type.bytes());
    } catch (ArithmeticException e) {
      throw new ModelFormatException(
          "Cannot read safetensors "
              + tensor(spec.name())
              + ": expected a size that fits a file, found shape "
              + spec.shape(),
          e);
    }
  }

  private static void checkCover(Iterable<Entry> entries, int dataStart, long fileLength) {
    List<Entry> sorted = new ArrayList<>();
    entries.forEach(sorted::add);
    sorted.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
    long expected = dataStart;
    for (Entry entry : sorted) {
      if (entry.begin() != expected) {
        throw bad(
            tensor(entry.spec().name()),
            "data from offset " + (expected - dataStart) + " on, without overlap or hole",
            "offset " + (entry.begin() - dataStart));
      }
      expected = entry.end();
    }
    if (expected != fileLength) {
      throw bad(
          "file",
          (expected - dataStart) + " bytes of data as its tensors need",
          (fileLength - dataStart) + " bytes");
    }
  }

  private static String tensor(String name) {
    return "tensor " + name;
  }

  private static ModelFormatException bad(String what, String expected, String found) {
    return new ModelFormatException(
        "Cannot read safetensors " + what + ": expected " + expected + ", found " + found);
  }
}
