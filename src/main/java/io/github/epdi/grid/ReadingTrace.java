package io.github.epdi.grid;

import java.util.List;
import java.util.Locale;

/**
 * How a file was read.
 *
 * @param mode how much of the values was read
 * @param bytesRead bytes read from storage
 * @param flags remarks in alphabetical order, each once, for example "xsf_not_repeated"
 */
public record ReadingTrace(Mode mode, long bytesRead, List<String> flags) {
  /** How much of a file's values was read. */
  public enum Mode {
    /** None of them: the reading ended with the header. */
    HEADER,
    /** The planes that the caller needs and no others. */
    PLANES,
    /** All of them. */
    FULL;

    /** Lower-case name as in tables. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Copies the flags, sorts them and drops those that are repeated. */
  public ReadingTrace {
    flags = flags.stream().distinct().sorted().toList();
  }
}
