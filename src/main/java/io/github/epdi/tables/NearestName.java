package io.github.epdi.tables;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the column, key or material that a person may have meant. */
public final class NearestName {
  private NearestName() {}

  /**
   * The candidate with the fewest edits (Levenshtein), case aside, the alphabetically first of
   * several; "" if there is none.
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
