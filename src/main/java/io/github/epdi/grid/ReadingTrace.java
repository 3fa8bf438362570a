package io.github.epdi.grid;

import java.util.List;
import java.util.Locale;

/**
 * How a file was read.
 *
 * @param mode how much of the values was read
 * @param bytesRead bytes read from storage
 * @param flags remarks in alphabetical order without repetitions, for example "xsf_not_repeated"
 */
public record ReadingTrace(Mode mode, long bytesRead, List<String> flags) {
  /** How much of a file's values was read. */
  public enum Mode {
    /** None: the reading ended with the header. */
    HEADER,
    /** Only the planes that the caller needs. */
    PLANES,
    /** All values. */
    FULL;

    /** Lower-case name as in tables. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Copies the flags, sorts them and drops repetitions. */
  public ReadingTrace {
    flags = flags.stream().distinct().sorted().toList();
  }
}
