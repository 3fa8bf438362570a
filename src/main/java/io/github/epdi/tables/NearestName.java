package io.github.epdi.tables;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the column, key or material that a person may have meant. */
public final class NearestName {
  private NearestName() {}

  /**
   * Returns the candidate with the fewest edits (Levenshtein), ignoring case. Of several it is the
   * alphabetically first, and it is "" if there are no candidates.
   */
  public static String of(String name, Collection<String> candidates) {
    LevenshteinDistance edits = LevenshteinDistance.getDefaultInstance();
    String wanted = name.toLowerCase(Locale.ROOT);
    return candidates.stream()
        .min(
            Comparator.<String>comparingInt(c -> edits.apply(wanted, c.toLowerCase(Locale.ROOT)))
                .thenComparing(Comparator.naturalOrder()))
        .orElse("");
  }
}
