package io.github.epdi.runs.scan;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The rows that a table does not show. A row is hidden if its run hides the value that it has in
 * one column.
 *
 * @param column name of the column
 * @param wholeRuns runs all of whose rows are hidden; their files are not opened
 * @param values hidden values of the column by run, for runs that hide some of their rows
 */
public record HiddenRows(String column, Set<String> wholeRuns, Map<String, Set<String>> values) {
  /** Copies the sets. */
  public HiddenRows {
    wholeRuns = Set.copyOf(wholeRuns);
    Map<String, Set<String>> copy = new HashMap<>();
    values.forEach((runId, hidden) -> copy.put(runId, Set.copyOf(hidden)));
    values = Map.copyOf(copy);
  }

  /** Returns those of a table that shows every row. */
  public static HiddenRows none() {
    return new HiddenRows("", Set.of(), Map.of());
  }

  /**
   * Tells whether a row is hidden.
   *
   * @param runId the row's run
   * @param value what it has in the column
   */
  public boolean hides(String runId, String value) {
    Set<String> hidden = values.get(runId);
    return wholeRuns.contains(runId) || (hidden != null && hidden.contains(value));
  }

  /** Returns a supplier that asks another one once, when it is first asked itself. */
  public static Supplier<HiddenRows> once(Supplier<HiddenRows> other) {
    return new Once(other);
  }

  /** A supplier with a memory. */
  private static final class Once implements Supplier<HiddenRows> {
    private final Supplier<HiddenRows> other;
    private HiddenRows known;

    Once(Supplier<HiddenRows> other) {
      this.other = other;
    }

    @Override
    public synchronized HiddenRows get() {
      if (known == null) {
        known = other.get();
      }
      return known;
    }
  }
}
