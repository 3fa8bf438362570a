package io.github.epdi.dataset.cp2kruns;

import io.github.epdi.dataset.calculation.ImportCode;
import io.github.epdi.dataset.calculation.NumberedLines;
import io.github.epdi.dataset.calculation.Place;
import io.github.epdi.dataset.calculation.UnusableException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the lines of an input without comments. Lines that are continued with a backslash are
 * joined, and files named by {@code @INCLUDE} are inserted. No other directive of CP2K's
 * preprocessor is supported.
 */
final class Cp2kText {
  private static final int MOST_ROWS = 200_000;
  private static final int DEEPEST = 8;
  private static final Pattern INCLUDE =
      Pattern.compile("^@INCLUDE\\s+[\"']?([^\"']+)[\"']?$", Pattern.CASE_INSENSITIVE);

  private final Cp2kFiles files;
  private final List<Cp2kRow> rows = new ArrayList<>();

  private Cp2kText(Cp2kFiles files) {
    this.files = files;
  }

  /**
   * Reads a whole input.
   *
   * @throws UnusableException UNSUPPORTED if it needs the preprocessor, BAD_FILE if it is too long
   *     or includes are nested too deeply, MISSING_FILE if an included file is missing
   */
  static List<Cp2kRow> read(NumberedLines in, Cp2kFiles files) throws IOException {
    Cp2kText text = new Cp2kText(files);
    text.take(in, 0);
    return text.rows;
  }

  private void take(NumberedLines in, int depth) throws IOException {
    StringBuilder begun = new StringBuilder();
    for (String line = in.next(); line != null; line = in.next()) {
      String text = line.replaceFirst("[!#].*", "").strip();
      if (text.endsWith("\\")) {
        begun.append(text, 0, text.length() - 1).append(' ');
      } else {
        take(begun.append(text).toString().strip(), in.place(), depth);
        begun.setLength(0);
      }
    }
    take(begun.toString().strip(), in.place(), depth);
  }

  private void take(String text, Place place, int depth) throws IOException {
    Matcher include = INCLUDE.matcher(text);
    if (include.matches()) {
      if (depth == DEEPEST) {
        throw place.bad("at most " + DEEPEST + " files that include each other", text);
      }
      try (NumberedLines inner = files.open(include.group(1).strip(), place)) {
        take(inner, depth + 1);
      }
    } else if (text.startsWith("@") || text.contains("$")) {
      throw UnusableException.of(
          ImportCode.UNSUPPORTED,
          "an input without preprocessor",
          "\"" + Place.printable(text) + "\"");
    } else if (!text.isEmpty()) {
      if (rows.size() == MOST_ROWS) {
        throw UnusableException.of(
            ImportCode.BAD_FILE, "an input of at most " + MOST_ROWS + " lines", "more");
      }
      rows.add(new Cp2kRow(Arrays.asList(text.split("\\s+", -1)), place));
    }
  }
}
