package io.github.epdi.screening.campaign;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * Reads and changes the canonical JSON of a campaign's values, be it of all values or of those that
 * change results.
 */
public final class Conventions {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Conventions() {}

  /** Returns the number that a canonical JSON has for a key, or empty if it has none. */
  public static OptionalDouble number(String canonicalJson, CampaignKey key) {
    try {
      JsonNode value = JSON.readTree(canonicalJson).path(key.path());
      return value.isNumber() ? OptionalDouble.of(value.doubleValue()) : OptionalDouble.empty();
    } catch (JsonProcessingException e) {
      return OptionalDouble.empty(); // It is of a version that wrote something else.
    }
  }

  /**
   * Returns the canonical JSON with one value set, equal to the JSON of a campaign that sets this
   * value.
   */
  public static String with(String canonicalJson, CampaignKey key, Object value) {
    try {
      TreeMap<String, Object> values = JSON.readValue(canonicalJson, new TypeReference<>() {});
      values.put(key.path(), value);
      return JSON.writeValueAsString(values);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot write the campaign's values as JSON", e);
    }
  }
}
