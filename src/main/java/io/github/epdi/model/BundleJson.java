package io.github.epdi.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.EnumFeature;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.epdi.model.safetensors.ModelFormatException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/** Converts {@link BundleMetadata} to and from the bytes of {@code bundle.json}. */
final class BundleJson {
  private static final String VERSION = "format_version";
  private static final String AFFINITY = "affinity";
  private static final String CALIBRATION = "calibration";
  private static final Set<Integer> VERSIONS =
      Set.of(BundleMetadata.FORMAT_VERSION, BundleMetadata.AFFINITY_FORMAT_VERSION);

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .build();

  private BundleJson() {}

  /** Writes metadata. The same metadata always give the same bytes. */
  static byte[] write(BundleMetadata metadata) {
    try {
      return (JSON.writeValueAsString(metadata) + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot write bundle.json", e);
    }
  }

  /**
   * Reads and checks metadata.
   *
   * @throws ModelFormatException naming the key that cannot be used
   */
  static BundleMetadata read(byte[] bytes) {
    int formatVersion = 0;
    try {
      JsonNode root = JSON.readTree(bytes);
      JsonNode version = root.path(VERSION);
      if (!version.isInt() || !VERSIONS.contains(version.intValue())) {
        throw BundleCheck.bad(
            VERSION, "1 or 2", version.isMissingNode() ? "no such key" : version.toString());
      }
      formatVersion = version.intValue();
      if (formatVersion == BundleMetadata.FORMAT_VERSION) {
        allow(root, AFFINITY);
      }
      allow(root, CALIBRATION);
      BundleMetadata metadata = JSON.treeToValue(root, BundleMetadata.class);
      BundleCheck.check(metadata);
      return metadata;
    } catch (ValueInstantiationException e) {
      String reason =
          e.getCause() instanceof IllegalArgumentException
              ? e.getCause().getMessage()
              : "expected all its entries, found null for one";
      throw new ModelFormatException("Cannot read bundle.json at " + path(e) + ": " + reason, e);
    } catch (JsonMappingException e) {
      throw new ModelFormatException(
          "Cannot read bundle.json at "
              + path(e)
              + ": expected the keys and types of format version "
              + formatVersion
              + ", found "
              + withoutDetail(e.getOriginalMessage()),
          e);
    } catch (IOException e) {
      throw new ModelFormatException(
          "Cannot read bundle.json: expected JSON, found " + e.getMessage(), e);
    }
  }

  /** Lets a bundle lack a key, as if it were there and null. */
  private static void allow(JsonNode root, String key) {
    if (!root.has(key)) {
      ((ObjectNode) root).putNull(key);
    }
  }

  /** Cuts off the part in brackets, where Jackson tells about its own classes and settings. */
  private static String withoutDetail(String message) {
    int bracket = message.indexOf(" (");
    return bracket < 0 ? message : message.substring(0, bracket);
  }

  private static String path(JsonMappingException e) {
    return e.getPath().stream()
        .map(
            step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
        .collect(Collectors.joining("."));
  }
}
