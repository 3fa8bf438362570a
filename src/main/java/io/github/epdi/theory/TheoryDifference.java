package io.github.epdi.theory;

/**
 * A part in which two levels of theory differ.
 *
 * @param part the part
 * @param stated what the first level states, never null
 * @param other what the other level states; null if it states nothing
 */
public record TheoryDifference(TheoryPart part, String stated, String other) {}
