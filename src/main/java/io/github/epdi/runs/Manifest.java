package io.github.epdi.runs;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.github.epdi.tables.RunsTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All that is visible in an output folder from this manifest on.
 *
 * @param format version of this file's own format
 * @param number 0 for the empty one that is never written, then 1, 2, ...
 * @param tables files by table
 */
@JsonPropertyOrder({"format", "number", "tables"})
public record Manifest(int format, long number, Map<String, List<TableFile>> tables) {
  static final int FORMAT = 1;

  /** What holds before anything was written. */
  static final Manifest EMPTY = new Manifest(FORMAT, 0, Map.of());

  /** Copies the maps, ordered by table. */
  public Manifest {
    Map<String, List<TableFile>> copy = new TreeMap<>();
    tables.forEach((table, files) -> copy.put(table, List.copyOf(files)));
    tables = java.util.Collections.unmodifiableMap(copy);
  }

  /** The visible files of a table; none for a table that has none. */
  public List<TableFile> files(String table) {
    return tables.getOrDefault(table, List.of());
  }

  /** The visible runs. */
  @JsonIgnore
  public Set<String> runIds() {
    Set<String> ids = new TreeSet<>();
    tables.values().stream().flatMap(Collection::stream).map(TableFile::runId).forEach(ids::add);
    return ids;
  }

  /**
   * The visible runs in the order in which they were committed: that of their {@code runs} files.
   */
  @JsonIgnore
  public List<String> commitOrder() {
    return files(RunsTable.TABLE.name()).stream().map(TableFile::runId).distinct().toList();
  }

  /** The next manifest: all of this one and more files. */
  Manifest with(Map<String, List<TableFile>> more) {
    Map<String, List<TableFile>> all = new TreeMap<>(tables);
    more.forEach(
        (table, files) -> {
          List<TableFile> joined = new ArrayList<>(files(table));
          joined.addAll(files);
          all.put(table, joined);
        });
    return new Manifest(format, number + 1, all);
  }
}
