package io.github.epdi.dataset.calculation;

import io.github.epdi.structure.InputException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * A folder of calculations, with its files by name and its sub-folders in order of their names.
 * Sub-folders whose names begin with a dot are ignored.
 */
public final class RunFolder {
  private static final int DEEPEST = 16;
  private static final List<String> ENDINGS = List.of("", ".gz", ".bz2", ".zst");
  private static final Pattern IMAGE = Pattern.compile("\\d\\d");

  private final Path path;
  private final String id;
  private final SortedMap<String, FileStatus> files = new TreeMap<>();
  private final List<RunFolder> folders = new ArrayList<>();

  private RunFolder(Path path, String id) {
    this.path = path;
    this.id = id;
  }

  /**
   * Lists a folder and everything below it.
   *
   * @throws InputException if there is no such folder or it is nested too deeply
   */
  public static RunFolder read(FileSystem system, Path root) throws IOException {
    try {
      FileStatus status = system.getFileStatus(root);
      if (!status.isDirectory()) {
        throw new InputException("Cannot import " + root + ": expected a folder, found a file");
      }
      return read(system, status.getPath(), "", 0);
    } catch (FileNotFoundException e) {
      throw new InputException("Cannot import " + root + ": expected a folder, found nothing", e);
    }
  }

  private static RunFolder read(FileSystem system, Path path, String below, int depth)
      throws IOException {
    if (depth > DEEPEST) {
      throw new InputException(
          "Cannot look through " + path + ": expected at most " + DEEPEST + " folders in a row");
    }
    RunFolder folder = new RunFolder(path, below.isEmpty() ? path.getName() : below);
    FileStatus[] entries = system.listStatus(path);
    Arrays.sort(entries);
    for (FileStatus entry : entries) {
      String name = entry.getPath().getName();
      if (entry.isDirectory() && !name.startsWith(".")) {
        String id = below.isEmpty() ? name : below + "/" + name;
        folder.folders.add(read(system, entry.getPath(), id, depth + 1));
      } else if (entry.isFile()) {
        folder.files.put(name, entry);
      }
    }
    return folder;
  }

  /** Path or URI of the folder. */
  public String uri() {
    return path.toString();
  }

  /** Path below the root. For the root itself it is the name. */
  public String id() {
    return id;
  }

  /** Name of the folder. */
  public String name() {
    return path.getName();
  }

  /** Returns the file of a name, plain or compressed. Null if there is none. */
  public FileStatus file(String name) {
    return ENDINGS.stream()
        .map(ending -> files.get(name + ending))
        .filter(found -> found != null)
        .findFirst()
        .orElse(null);
  }

  /** Files in order of their names. */
  public List<FileStatus> files() {
    return List.copyOf(files.values());
  }

  /** Sub-folders in order of their names. */
  List<RunFolder> folders() {
    return List.copyOf(folders);
  }

  /**
   * Returns the images of a band, which are the sub-folders of two digits if 00 and at least one
   * more are among them. Without a 00 they are ordinary folders and the list is empty.
   */
  public List<RunFolder> images() {
    List<RunFolder> images =
        folders.stream().filter(f -> IMAGE.matcher(f.name()).matches()).toList();
    return images.size() < 2 || !images.get(0).name().equals("00") ? List.of() : images;
  }

  /** Returns this folder and all below it except the images of bands. */
  public Stream<RunFolder> all() {
    List<RunFolder> images = images();
    return Stream.concat(
        Stream.of(this), folders.stream().filter(f -> !images.contains(f)).flatMap(RunFolder::all));
  }

  /** Tells whether another folder is this one or below it. */
  boolean contains(RunFolder other) {
    return other.uri().equals(uri()) || other.uri().startsWith(uri() + "/");
  }
}
