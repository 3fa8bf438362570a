package io.github.epdi.publication;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** Makes JSON documents of the package, and their texts. */
final class JsonText {
  private static final ObjectMapper JSON = new ObjectMapper();

  private JsonText() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** Returns a reference of JSON-LD. */
  static ObjectNode reference(String id) {
    return object().put("@id", id);
  }

  /** Returns a document over several lines, the same on every machine. */
  static String document(JsonNode node) {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
    try {
      return JSON.writer(printer).writeValueAsString(node) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot write a document", e);
    }
  }

  /** Returns a document on one line, without an end of line. */
  static String line(JsonNode node) {
    try {
      return JSON.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot write a document", e);
    }
  }

  /** Returns a plain value: text, number, truth value, list or map. NaN and infinity are null. */
  static JsonNode value(Object plain) {
    if (plain instanceof Double number && !Double.isFinite(number)) {
      return JsonNodeFactory.instance.nullNode();
    }
    if (plain instanceof List<?> list) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      list.forEach(element -> array.add(value(element)));
      return array;
    }
    if (plain instanceof Map<?, ?> map) {
      ObjectNode object = object();
      map.forEach((name, element) -> object.set(name.toString(), value(element)));
      return object;
    }
    return JSON.valueToTree(plain);
  }
}
