package io.github.epdi.dataset.cp2kruns;

import io.github.epdi.dataset.calculation.Place;
import java.util.List;

/**
 * A line of a section of an input: a keyword with its values, or an atom.
 *
 * @param words its words, at least one
 * @param place where it was read
 */
record Cp2kRow(List<String> words, Place place) {
  Cp2kRow {
    words = List.copyOf(words);
  }

  /** Tells whether its first word is one of these, in upper or lower case. */
  boolean is(List<String> keywords) {
    return keywords.stream().anyMatch(words.get(0)::equalsIgnoreCase);
  }

  /** Returns the words after the keyword. */
  List<String> values() {
    return words.subList(1, words.size());
  }
}
