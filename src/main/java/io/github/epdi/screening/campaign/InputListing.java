package io.github.epdi.screening.campaign;

import io.github.epdi.runs.SideBySide;
import io.github.epdi.structure.InputException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.GlobFilter;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/** Finds the grids that a campaign names, each once, ordered by path. */
public final class InputListing {
  private static final int AT_A_TIME = 16;

  private final Configuration configuration;
  private final Map<String, GridInput> byUri = new TreeMap<>();
  private final Map<String, String> uriByMaterial = new TreeMap<>();

  private InputListing(Configuration configuration) {
    this.configuration = configuration;
  }

  /**
   * Lists a campaign's inputs.
   *
   * @param spark gives the session that reads a table of inputs; globs need none
   * @throws InputException for an empty glob, a missing path, a directory, two files with one
   *     material id, or a table of inputs that cannot be read
   */
  public static List<GridInput> of(
      Supplier<SparkSession> spark, Configuration configuration, Campaign campaign) {
    InputListing listing = new InputListing(configuration);
    if (campaign.inputTable() == null) {
      campaign.inputs().forEach(listing::glob);
    } else {
      listing.entries(InputTable.read(spark.get(), campaign.inputTable()));
    }
    Collection<GridInput> found = listing.byUri.values();
    if (found.isEmpty()) {
      throw new InputException("Cannot screen " + campaign.inputTable() + ": it names no grid");
    }
    return List.copyOf(found); // ordered by path as the map is
  }

  private void glob(String pattern) {
    Path root = MaterialIds.root(pattern);
    for (FileStatus file : matches(new Path(pattern))) {
      add(file, MaterialIds.of(root, file.getPath()), GridOverrides.NONE, null);
    }
  }

  /**
   * Finds the files of a glob. The folders that it leads to are found first, and then listed
   * several at a time.
   */
  private List<FileStatus> matches(Path pattern) {
    try {
      List<FileStatus> found =
          ask(parts(pattern), this::files).stream().flatMap(List::stream).toList();
      if (found.isEmpty()) {
        throw new InputException(
            "Cannot list "
                + pattern
                + (isGlob(pattern.toString())
                    ? ": expected at least one file, found none that matches"
                    : ": expected a file, found none"));
      }
      return found;
    } catch (IOException | IllegalArgumentException e) {
      throw new InputException("Cannot list " + pattern + ": " + e.getMessage(), e);
    }
  }

  /**
   * Splits a glob into one for each folder that it leads to. The glob stays whole if its folder has
   * no wildcards, or if its last name holds only one end of a pair of braces.
   */
  private List<Path> parts(Path pattern) throws IOException {
    Path parent = pattern.getParent();
    String name = pattern.getName();
    boolean isWhole = name.indexOf('{') >= 0 == name.indexOf('}') >= 0;
    if (parent == null || !isWhole || !isGlob(parent.toString())) {
      return List.of(pattern);
    }
    FileStatus[] folders = parent.getFileSystem(configuration).globStatus(parent);
    return folders == null
        ? List.of()
        : Stream.of(folders)
            .filter(FileStatus::isDirectory)
            .map(folder -> folder.getPath().toString().replaceAll("[*?\\[\\]{}]", "\\\\$0"))
            .map(folder -> new Path(folder, name))
            .toList();
  }

  private List<FileStatus> files(Path pattern) throws IOException {
    FileSystem files = pattern.getFileSystem(configuration);
    FileStatus[] found = ofOneFolder(files, pattern);
    if (found == null) {
      found = files.globStatus(pattern);
    }
    return found == null ? List.of() : List.of(found);
  }

  /**
   * Lists a glob whose folder has no wildcards. A glob of Hadoop makes the path of every file anew
   * and orders them, which takes as long as listing them.
   *
   * @return the files that match; null if this is not such a glob
   */
  private static FileStatus[] ofOneFolder(FileSystem files, Path pattern) throws IOException {
    Path folder = pattern.getParent();
    String name = pattern.getName();
    boolean isPlain = folder != null && !isGlob(folder.toString()) && isGlob(name);
    if (!isPlain || folder.toString().indexOf('\\') >= 0 || name.matches(".*[{}].*")) {
      return null;
    }
    FileStatus[] found;
    try {
      found = files.listStatus(folder, new GlobFilter(name));
    } catch (FileNotFoundException e) {
      return new FileStatus[0];
    }
    // Some file systems list files by other names than those that their folder was asked for.
    boolean isAsAsked =
        found.length > 0 && found[0].getPath().getParent().equals(files.makeQualified(folder));
    return isAsAsked ? found : null;
  }

  private static boolean isGlob(String path) {
    return path.chars().anyMatch(c -> "*?[{".indexOf(c) >= 0);
  }

  private void entries(List<InputTable.Entry> entries) {
    try {
      List<FileStatus> found = ask(entries, this::file);
      for (int i = 0; i < found.size(); i++) {
        InputTable.Entry entry = entries.get(i);
        FileStatus file = found.get(i);
        String id =
            entry.materialId() == null
                ? MaterialIds.of(file.getPath().getParent(), file.getPath())
                : entry.materialId();
        add(file, id, entry.overrides(), entry.levels());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // Each entry tells by itself what is wrong with it.
    }
  }

  private FileStatus file(InputTable.Entry entry) {
    Path path = new Path(entry.uri());
    try {
      return path.getFileSystem(configuration).getFileStatus(path);
    } catch (FileNotFoundException e) {
      throw new InputException(
          "Cannot list " + path + " (" + entry.where() + "): expected a file, found none", e);
    } catch (IOException e) {
      throw new InputException(
          "Cannot list " + path + " (" + entry.where() + "): " + e.getMessage(), e);
    }
  }

  /** A question to storage. */
  private interface Question<T, R> {
    R answer(T about) throws IOException;
  }

  /**
   * Asks storage several questions at a time, because each answer of an object store takes a while.
   */
  private static <T, R> List<R> ask(List<T> about, Question<T, R> question) throws IOException {
    List<SideBySide.Work<R, IOException>> work = new ArrayList<>();
    about.forEach(one -> work.add(() -> question.answer(one)));
    return SideBySide.all(AT_A_TIME, work);
  }

  private void add(
      FileStatus file, String materialId, GridOverrides overrides, LevelsSource levels) {
    GridInput input = GridInput.of(file, materialId, overrides).withLevels(levels);
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
