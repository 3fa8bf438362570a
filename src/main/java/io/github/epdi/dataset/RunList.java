package io.github.epdi.dataset;

import io.github.epdi.dataset.calculation.NumberedLines;
import io.github.epdi.dataset.calculation.RunFolder;
import io.github.epdi.dataset.calculation.SourceFiles;
import io.github.epdi.dataset.calculation.UnusableException;
import io.github.epdi.structure.InputException;
import io.github.epdi.structure.Side;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileStatus;

/**
 * The list of suggested calculations that lies beside their folders. By it an import knows which
 * slab a run belongs to, wherever that slab lies. It is CSV with a header; every value is quoted.
 */
public final class RunList {
  /** Name of the file in the folder above the calculations. */
  public static final String NAME = "suggested-runs.csv";

  private static final List<String> COLUMNS =
      List.of("folder", "material_id", "side", "site_id", "grid_uri", "reason");

  /** The beginning of what a spreadsheet takes for a formula; an apostrophe is put before it. */
  private static final Pattern FORMULA = Pattern.compile("^'*[=+@-]");

  private final Map<String, SuggestedRun> byUri;

  private RunList(Map<String, SuggestedRun> byUri) {
    this.byUri = byUri;
  }

  /** Returns the text of a list. */
  public static String text(List<SuggestedRun> runs) {
    Stream<List<String>> rows =
        runs.stream()
            .map(
                run ->
                    List.of(
                        run.folder(),
                        run.materialId(),
                        run.side().label(),
                        run.siteId(),
                        run.gridUri(),
                        run.reason()));
    return Stream.concat(Stream.of(String.join(",", COLUMNS)), rows.map(RunList::quoted))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String quoted(List<String> values) {
    return values.stream()
        .map(value -> FORMULA.matcher(value).find() ? "'" + value : value)
        .map(value -> value.replaceAll("\\p{Cntrl}", " ").replace("\"", "\"\""))
        .map(value -> "\"" + value + "\"")
        .collect(Collectors.joining(","));
  }

  /** Returns a list of nothing. */
  static RunList empty() {
    return new RunList(new LinkedHashMap<>());
  }

  /**
   * Adds what the lists in a folder and below it hold.
   *
   * @throws InputException if a list cannot be understood, naming its line
   */
  void addAll(RunFolder root, SourceFiles files) throws IOException {
    for (RunFolder folder : root.all().toList()) {
      FileStatus file = folder.file(NAME);
      if (file != null) {
        try (NumberedLines lines = files.lines(file)) {
          read(lines, folder.uri());
        } catch (UnusableException e) {
          throw new InputException(
              "Cannot read " + folder.uri() + "/" + NAME + ": " + e.getMessage(), e);
        }
      }
    }
  }

  private void read(NumberedLines lines, String uri) throws IOException {
    String header = lines.next();
    List<String> names = header == null ? List.of() : cells(header);
    if (!names.containsAll(COLUMNS)) {
      throw new InputException(
          "Cannot read "
              + uri
              + "/"
              + NAME
              + ": expected the columns "
              + String.join(", ", COLUMNS)
              + ", found "
              + (header == null ? "an empty file" : header));
    }
    for (String line = lines.next(); line != null; line = lines.next()) {
      List<String> cells = cells(line);
      if (cells.size() != names.size()) {
        throw new InputException(
            "Cannot read "
                + uri
                + ": expected "
                + names.size()
                + " values, found "
                + cells.size()
                + " ("
                + lines.place()
                + ")");
      }
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < names.size(); i++) {
        row.put(names.get(i), plain(cells.get(i)));
      }
      byUri.put(
          uri + "/" + row.get("folder"),
          new SuggestedRun(
              row.get("folder"),
              row.get("material_id"),
              row.get("side").equals(Side.BOTTOM.label()) ? Side.BOTTOM : Side.TOP,
              row.get("site_id"),
              row.get("grid_uri"),
              row.get("reason")));
    }
  }

  private static String plain(String value) {
    return value.startsWith("'") && FORMULA.matcher(value).find() ? value.substring(1) : value;
  }

  /** Splits a line of CSV. Values do not hold line breaks. */
  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        cell.append(c);
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }

  /** Returns the suggested run that a folder is of or below, or null if none is listed. */
  SuggestedRun of(RunFolder folder) {
    String uri = folder.uri();
    for (Map.Entry<String, SuggestedRun> run : byUri.entrySet()) {
      if (uri.equals(run.getKey()) || uri.startsWith(run.getKey() + "/")) {
        return run.getValue();
      }
    }
    return null;
  }
}
