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
 * A folder of calculations: its files by name and its sub-folders in order of their names. Folders
 * whose names begin with a dot are not looked at.
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
   * Looks through a folder and all below it.
   *
   * @throws InputException if there is no such folder, or no end of them
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

  /** Where it is. */
  public String uri() {
    return path.toString();
  }

  /** Its path below the root; of the root itself its name. */
  public String id() {
    return id;
  }

  /** Its own name. */
  public String name() {
    return path.getName();
  }

  /** The file of a name, as it is or compressed; null if it is not there. */
  public FileStatus file(String name) {
    return ENDINGS.stream()
        .map(ending -> files.get(name + ending))
        .filter(found -> found != null)
        .findFirst()
        .orElse(null);
  }

  /** Its files in order of their names. */
  public List<FileStatus> files() {
    return List.copyOf(files.values());
  }

  /** Its sub-folders in order of their names. */
  List<RunFolder> folders() {
    return List.copyOf(folders);
  }

  /**
   * Sub-folders of two digits if 00 and another one are among them: the images of a band. Without a
   * 00 they are folders like any others.
   */
  public List<RunFolder> images() {
    List<RunFolder> images =
        folders.stream().filter(f -> IMAGE.matcher(f.name()).matches()).toList();
    return images.size() < 2 || !images.get(0).name().equals("00") ? List.of() : images;
  }

  /** This folder and all below it, but no images of bands. */
  public Stream<RunFolder> all() {
    List<RunFolder> images = images();
    return Stream.concat(
        Stream.of(this), folders.stream().filter(f -> !images.contains(f)).flatMap(RunFolder::all));
  }

  /** Whether another folder is this one or below it. */
  boolean contains(RunFolder other) {
    return other.uri().equals(uri()) || other.uri().startsWith(uri() + "/");
  }
}
