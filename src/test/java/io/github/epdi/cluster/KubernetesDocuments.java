package io.github.epdi.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Documents of Kubernetes as the types of its API, where nothing may be unknown or of a wrong type.
 */
final class KubernetesDocuments {
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final ObjectMapper STRICT = strict();

  private KubernetesDocuments() {}

  /** Returns the documents of a YAML file. */
  static List<JsonNode> of(Path file) throws IOException {
    return YAML.readerFor(JsonNode.class).<JsonNode>readValues(file.toFile()).readAll();
  }

  /** Returns the one document of a text in YAML. */
  static JsonNode parse(String yaml) throws JsonProcessingException {
    return YAML.readTree(yaml);
  }

  /**
   * Reads a document into a type.
   *
   * @throws JsonProcessingException if it has a field that the type does not know, or a value of
   *     another type than the field's
   */
  static <T> T read(JsonNode document, Class<T> type) throws JsonProcessingException {
    return STRICT.treeToValue(document, type);
  }

  /** The types take fields that they do not know, as "additional properties"; here they do not. */
  private static ObjectMapper strict() {
    JsonMapper mapper =
        JsonMapper.builder()
            .annotationIntrospector(
                new JacksonAnnotationIntrospector() {
                  @Override
                  public Boolean hasAnySetter(Annotated annotated) {
                    return false;
                  }
                })
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();
    for (CoercionInputShape shape :
        List.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean)) {
      mapper.coercionConfigFor(LogicalType.Textual).setCoercion(shape, CoercionAction.Fail);
    }
    return mapper;
  }
}
