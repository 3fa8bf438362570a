package io.github.epdi.dataset.cp2k;

import io.github.epdi.dataset.calculation.Place;
import java.util.List;

/**
 * A line of a section of an input: a keyword and what is behind it, or an atom.
 *
 * @param words its words, at least one
 * @param place where it stands
 */
record Cp2kRow(List<String> words, Place place) {
  Cp2kRow {
    words = List.copyOf(words);
  }

  /** Whether its first word is one of these, in any case. */
  boolean is(List<String> keywords) {
    return keywords.stream().anyMatch(words.get(0)::equalsIgnoreCase);
  }

  /** What is behind the keyword. */
  List<String> values() {
    return words.subList(1, words.size());
  }
}
