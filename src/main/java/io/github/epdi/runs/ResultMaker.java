package io.github.epdi.runs;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What results were made with, beside what is part of their identity: by that a later submit tells
 * whether a reject may have become a result.
 *
 * @param version of the program
 * @param settingsJson all settings of the campaign as canonical JSON
 */
public record ResultMaker(String version, @JsonProperty("settings") String settingsJson) {}
