package io.github.epdi.model.physics;

/**
 * A reason to doubt a prediction.
 *
 * @param flag its word, for the column of remarks
 * @param reason the same as a sentence with numbers
 */
public record Doubt(String flag, String reason) {}
