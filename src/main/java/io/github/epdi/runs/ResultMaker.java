package io.github.epdi.runs;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What results were computed with, beyond what is part of their identity. A later submit compares
 * it to decide whether a reject could now become a result.
 *
 * @param version version of the program
 * @param settingsJson all settings of the campaign as canonical JSON
 */
public record ResultMaker(String version, @JsonProperty("settings") String settingsJson) {}
