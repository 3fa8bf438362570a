package io.github.epdi.screening.campaign;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.github.epdi.structure.InputException;
import io.github.epdi.tables.NearestName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Reads a campaign's YAML, which may hold sections of keys, scalars and lists of texts only.
 * Anchors, aliases, tags, duplicate and unknown keys and a second document are errors with line and
 * column.
 */
final class CampaignYaml {
  private static final YAMLFactory YAML = YAMLFactory.builder().build();

  private final String source;
  private final YAMLParser parser;
  private final Map<CampaignKey, RawValue> values = new EnumMap<>(CampaignKey.class);

  private CampaignYaml(String source, YAMLParser parser) {
    this.source = source;
    this.parser = parser;
  }

  /**
   * Reads the values of a document by their keys, without checking their types.
   *
   * @param source the file's name, for messages
   * @throws InputException if it is no campaign
   */
  static Map<CampaignKey, RawValue> read(String source, String yaml) {
    try (YAMLParser parser = YAML.createParser(yaml)) {
      CampaignYaml reader = new CampaignYaml(source, parser);
      reader.document();
      return reader.values;
    } catch (JsonProcessingException e) {
      throw new InputException(
          "Cannot read campaign " + where(source, e.getLocation()) + ": " + problem(e), e);
    } catch (IOException e) {
      throw new InputException("Cannot read campaign " + source + ": " + e.getMessage(), e);
    }
  }

  /** Returns what a YAML parser found wrong, on one line and without its picture of the place. */
  private static String problem(JsonProcessingException e) {
    return e.getOriginalMessage()
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith(" "))
        .collect(Collectors.joining(": "));
  }

  private void document() throws IOException {
    if (next() != JsonToken.START_OBJECT) {
      throw unexpected("keys and values", "none");
    }
    section("");
    if (parser.nextToken() != null) {
      throw unexpected("one document", "another");
    }
  }

  /** Reads up to the end of a section. The parser stands behind the section's beginning. */
  private void section(String prefix) throws IOException {
    List<String> seen = new ArrayList<>();
    while (next() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      String path = prefix + name;
      if (seen.contains(name)) {
        throw unexpected("each key once", path + " again");
      }
      seen.add(name);
      JsonLocation location = parser.currentTokenLocation();
      JsonToken token = next();
      if (token == JsonToken.START_OBJECT && CampaignKey.isSection(path)) {
        section(path + ".");
      } else {
        put(path, location, token);
      }
    }
  }

  private void put(String path, JsonLocation location, JsonToken token) throws IOException {
    String where = where(source, location);
    CampaignKey key = CampaignKey.ofPath(path).orElseThrow(() -> unknown(path, where));
    if (values.putIfAbsent(key, value(token, where)) != null) {
      throw unexpected("each key once", path + " again");
    }
  }

  static InputException unknown(String path, String where) {
    List<String> known = Arrays.stream(CampaignKey.values()).map(CampaignKey::path).toList();
    return new InputException(
        "Cannot use campaign key "
            + path
            + " ("
            + where
            + "): no such key; the nearest is "
            + NearestName.of(path, known));
  }

  private RawValue value(JsonToken token, String where) throws IOException {
    RawValue.Kind kind =
        switch (token) {
          case VALUE_STRING ->
              parser.getText().isEmpty() ? RawValue.Kind.NOTHING : RawValue.Kind.TEXT;
          case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> RawValue.Kind.NUMBER;
          case VALUE_TRUE, VALUE_FALSE -> RawValue.Kind.FLAG;
          case VALUE_NULL -> RawValue.Kind.NOTHING;
          case START_ARRAY -> RawValue.Kind.LIST;
          default -> throw unexpected("a value", "a section");
        };
    return kind == RawValue.Kind.LIST
        ? new RawValue(kind, "", items(), where)
        : new RawValue(kind, parser.getText(), List.of(), where);
  }

  private List<String> items() throws IOException {
    List<String> items = new ArrayList<>();
    while (next() != JsonToken.END_ARRAY) {
      if (parser.currentToken() != JsonToken.VALUE_STRING) {
        throw unexpected(
            "a text in the list",
            parser.currentToken().isScalarValue() ? parser.getText() : "a list or section");
      }
      items.add(parser.getText());
    }
    return items;
  }

  /** Returns the next token, which must be there and carry neither anchor, alias nor tag. */
  private JsonToken next() throws IOException {
    JsonToken token = parser.nextToken();
    if (token == null) {
      throw unexpected("keys and values", "the end");
    }
    if (parser.getObjectId() != null || parser.getTypeId() != null || parser.isCurrentAlias()) {
      throw unexpected(
          "plain values (put globs that begin with * in quotes)", "an anchor, alias or tag");
    }
    return token;
  }

  private InputException unexpected(String expected, String found) {
    return new InputException(
        "Cannot read campaign "
            + where(source, parser.currentTokenLocation())
            + ": expected "
            + expected
            + ", found "
            + found);
  }

  private static String where(String source, JsonLocation location) {
    return location == null
        ? source
        : source + " line " + location.getLineNr() + ", column " + location.getColumnNr();
  }
}
