package io.github.epdi.screening.campaign;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.TreeMap;

/** The canonical JSON of a campaign's values: of all, or of those that change results. */
public final class Conventions {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Conventions() {}

  /** As if a value had been written so: equal to the JSON of a campaign that says it. */
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
