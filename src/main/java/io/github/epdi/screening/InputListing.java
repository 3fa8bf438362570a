package io.github.epdi.screening;

import io.github.epdi.structure.InputException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/** Finds the grids that a campaign names, each once, ordered by path. */
final class InputListing {
  private final Configuration configuration;
  private final Map<String, GridInput> byUri = new TreeMap<>();
  private final Map<String, String> uriByMaterial = new TreeMap<>();

  private InputListing(Configuration configuration) {
    this.configuration = configuration;
  }

  /**
   * Lists a campaign's inputs.
   *
   * @throws InputException for an empty glob, a missing path, a directory, two files with one
   *     material id, a table of inputs that cannot be read
   */
  static List<GridInput> of(SparkSession spark, Campaign campaign) {
    InputListing listing = new InputListing(spark.sparkContext().hadoopConfiguration());
    if (campaign.manifest() == null) {
      campaign.inputs().forEach(listing::glob);
    } else {
      ManifestTable.read(spark, campaign.manifest()).forEach(listing::entry);
    }
    Collection<GridInput> found = listing.byUri.values();
    if (found.isEmpty()) {
      throw new InputException("Cannot screen " + campaign.manifest() + ": it names no grid");
    }
    return found.stream().sorted(Comparator.comparing(GridInput::uri)).toList();
  }

  private void glob(String pattern) {
    Path path = new Path(pattern);
    Path root = MaterialIds.root(pattern);
    for (FileStatus file : matches(path)) {
      add(file, MaterialIds.of(root, file.getPath()), GridOverrides.NONE);
    }
  }

  private FileStatus[] matches(Path pattern) {
    try {
      FileStatus[] found = pattern.getFileSystem(configuration).globStatus(pattern);
      if (found == null) {
        throw new InputException("Cannot list " + pattern + ": expected a file, found none");
      }
      if (found.length == 0) {
        throw new InputException(
            "Cannot list " + pattern + ": expected at least one file, found none that matches");
      }
      return found;
    } catch (IOException | IllegalArgumentException e) {
      throw new InputException("Cannot list " + pattern + ": " + e.getMessage(), e);
    }
  }

  private void entry(ManifestTable.Entry entry) {
    Path path = new Path(entry.uri());
    try {
      FileStatus file = path.getFileSystem(configuration).getFileStatus(path);
      String id =
          entry.materialId() == null
              ? MaterialIds.of(file.getPath().getParent(), file.getPath())
              : entry.materialId();
      add(file, id, entry.overrides());
    } catch (FileNotFoundException e) {
      throw new InputException(
          "Cannot list " + path + " (" + entry.where() + "): expected a file, found none", e);
    } catch (IOException e) {
      throw new InputException(
          "Cannot list " + path + " (" + entry.where() + "): " + e.getMessage(), e);
    }
  }

  private void add(FileStatus file, String materialId, GridOverrides overrides) {
    GridInput input = GridInput.of(file, materialId, overrides);
    String uri = input.uri();
    GridInput same = byUri.putIfAbsent(uri, input);
    if (same != null && !same.equals(input)) {
      throw new InputException(
          "Cannot list "
              + uri
              + ": it is named twice, as material "
              + same.materialId()
              + " and as "
              + materialId);
    }
    String other = uriByMaterial.putIfAbsent(materialId, uri);
    if (other != null && !other.equals(uri)) {
      throw new InputException(
          "Cannot list inputs: expected one file for each material id, found "
              + other
              + " and "
              + uri
              + " for "
              + materialId);
    }
  }
}
