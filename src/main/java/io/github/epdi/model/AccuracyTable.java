package io.github.epdi.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Writes a bundle's metrics as a table. Names are {@code <what>.<figure>}, and a figure with {@code
 * _low} and {@code _high} has a 95 % interval. Metrics that follow no such pattern are listed below
 * the table.
 */
final class AccuracyTable {
  private static final List<String> PARTS = List.of("test.", "validation.", "training.", "");
  private static final String COUNT = "count";

  private static final Map<String, String> FIGURES = new LinkedHashMap<>();

  static {
    FIGURES.put("mae_ev", "MAE, eV");
    FIGURES.put("rmse_ev", "RMSE, eV");
    FIGURES.put("max_error_ev", "largest error, eV");
    FIGURES.put("r2", "R²");
  }

  private final Map<String, Double> metrics;

  AccuracyTable(Map<String, Double> metrics) {
    this.metrics = new TreeMap<>(metrics);
  }

  void write(Markdown out) {
    if (metrics.isEmpty()) {
      out.line("No figures were recorded.");
      return;
    }
    List<String> rows = rows();
    if (!rows.isEmpty()) {
      List<String> titles = new ArrayList<>(List.of("part and sites", "n"));
      titles.addAll(FIGURES.values());
      out.header(titles);
      rows.forEach(row -> out.row(cells(row)));
      out.line("");
    }
    metrics.forEach(
        (name, value) -> {
          if (!isInTable(name)) {
            out.item(Markdown.text(name), Markdown.number(value));
          }
        });
  }

  /**
   * Returns the row names, which are those with a mean error. They are ordered by part, test before
   * training, and a network comes before its baselines.
   */
  private List<String> rows() {
    Set<String> sorted = new TreeSet<>();
    for (String name : metrics.keySet()) {
      String row = name.substring(0, name.lastIndexOf('.') + 1);
      if (name.equals(row + "mae_ev")) {
        sorted.add(row);
      }
    }
    Set<String> rows = new LinkedHashSet<>();
    PARTS.forEach(part -> sorted.stream().filter(row -> row.startsWith(part)).forEach(rows::add));
    return List.copyOf(rows);
  }

  private boolean isInTable(String name) {
    String row = name.substring(0, name.lastIndexOf('.') + 1);
    String figure = name.substring(row.length()).replaceFirst("_(low|high)$", "");
    return metrics.containsKey(row + "mae_ev")
        && (figure.equals(COUNT) || FIGURES.containsKey(figure));
  }

  private List<String> cells(String row) {
    List<String> cells = new ArrayList<>();
    cells.add(Markdown.text(title(row)));
    Double count = metrics.get(row + COUNT);
    cells.add(count == null ? "" : Long.toString(Math.round(count)));
    FIGURES.keySet().forEach(figure -> cells.add(cell(row + figure)));
    return cells;
  }

  private static String title(String row) {
    if (row.isEmpty()) {
      return "all";
    }
    return row.substring(0, row.length() - 1)
        .replace(".baseline_", ", baseline ")
        .replace('.', ' ');
  }

  private String cell(String name) {
    Double value = metrics.get(name);
    if (value == null) {
      return "";
    }
    Double low = metrics.get(name + "_low");
    Double high = metrics.get(name + "_high");
    String interval =
        low == null || high == null
            ? ""
            : " [" + Markdown.number(low) + ", " + Markdown.number(high) + "]";
    return Markdown.text(Markdown.number(value) + interval);
  }
}
