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
 * The list of all visible files of an output folder. A new manifest replaces it as a whole.
 *
 * @param format version of the manifest's file format
 * @param number 0 for the empty one that is never written, then 1, 2, ...
 * @param tables visible files by name of table
 */
@JsonPropertyOrder({"format", "number", "tables"})
public record Manifest(int format, long number, Map<String, List<TableFile>> tables) {
  static final int FORMAT = 1;

  /** The manifest that holds before anything was written. */
  static final Manifest EMPTY = new Manifest(FORMAT, 0, Map.of());

  /** Copies the map, ordered by table. */
  public Manifest {
    Map<String, List<TableFile>> copy = new TreeMap<>();
    tables.forEach((table, files) -> copy.put(table, List.copyOf(files)));
    tables = java.util.Collections.unmodifiableMap(copy);
  }

  /** Returns the visible files of a table. The list is empty if there are none. */
  public List<TableFile> files(String table) {
    return tables.getOrDefault(table, List.of());
  }

  /** Returns the ids of the visible runs. */
  @JsonIgnore
  public Set<String> runIds() {
    Set<String> ids = new TreeSet<>();
    tables.values().stream().flatMap(Collection::stream).map(TableFile::runId).forEach(ids::add);
    return ids;
  }

  /**
   * Returns the ids of the visible runs in the order in which they were committed, which is that of
   * their {@code runs} files.
   */
  @JsonIgnore
  public List<String> commitOrder() {
    return files(RunsTable.TABLE.name()).stream().map(TableFile::runId).distinct().toList();
  }

  /** Returns the next manifest, which has all files of this one and more. */
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
