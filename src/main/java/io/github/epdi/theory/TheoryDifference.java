package io.github.epdi.theory;

/**
 * A part in which two levels of theory differ.
 *
 * @param part the part
 * @param stated what the one states, never null
 * @param other what the other states; null if it says nothing
 */
public record TheoryDifference(TheoryPart part, String stated, String other) {}
