package io.github.epdi.levels;

import io.github.epdi.grid.Credentials;
import io.github.epdi.grid.text.StorageInput.StorageException;
import io.github.epdi.structure.RejectCode;
import io.github.epdi.structure.RejectException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Finds and reads files of electronic levels on any Hadoop file system. {@link ElectronicLevels} of
 * stored files are only read here. Thread-safe. Never closes a cached file system.
 */
public final class LevelsFiles {
  private static final int ATTEMPTS = 2;

  private final Configuration configuration;

  /** Makes an instance that opens files with a Hadoop configuration. */
  public LevelsFiles(Configuration configuration) {
    this.configuration = configuration;
  }

  /**
   * Finds the first file of levels that lies beside a grid.
   *
   * @param gridUri path of the grid
   * @param names file names in the order in which they are tried, see {@link LevelsNames}
   * @throws RejectException LEVELS_MISSING if there is none, naming what was looked for
   * @throws UncheckedIOException if storage fails
   */
  public LevelsFile beside(String gridUri, List<String> names) {
    for (String place : LevelsNames.beside(gridUri, names)) {
      Optional<LevelsFile> found = find(place);
      if (found.isPresent()) {
        return found.get();
      }
    }
    String grid = gridUri.substring(gridUri.lastIndexOf('/') + 1);
    throw new RejectException(
        RejectCode.LEVELS_MISSING,
        "Cannot find the electronic levels beside "
            + grid
            + ": expected one of "
            + String.join(", ", LevelsNames.of(grid, names))
            + " (or .gz, .bz2, .zst of it), found none");
  }

  /**
   * Finds the file at a path. The result is empty if there is none or the path is a directory.
   *
   * @throws UncheckedIOException if storage fails
   */
  public Optional<LevelsFile> find(String uri) {
    try {
      Path path = path(uri);
      FileStatus status = path.getFileSystem(configuration).getFileStatus(path);
      return status.isDirectory() ? Optional.empty() : Optional.of(file(uri, status));
    } catch (FileNotFoundException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw failed(uri, e);
    }
  }

  /**
   * Reads a file of levels and compares its Fermi energy with its levels. A file that changed while
   * it was read is read once more.
   *
   * @throws RejectException LEVELS_MISSING, LEVELS_BAD, FILE_CHANGED, or LEVELS_MISMATCH if the
   *     Fermi energy is not where counting the levels puts it
   * @throws UncheckedIOException if storage fails
   */
  public LevelsReading read(String uri) {
    try {
      Path path = path(uri);
      FileSystem files = path.getFileSystem(configuration);
      if (files.getFileStatus(path).isDirectory()) {
        throw missing(uri, "a directory");
      }
      for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        LevelsFile before = file(uri, files.getFileStatus(path));
        ElectronicLevels levels = null;
        RejectException reject = null;
        try {
          levels = new LevelsContent(files, path, before, configuration).read();
        } catch (RejectException e) {
          reject = e;
        }
        if (file(uri, files.getFileStatus(path)).equals(before)) {
          if (reject != null) {
            throw reject;
          }
          return new LevelsReading(before, levels);
        }
      }
      throw new RejectException(
          RejectCode.FILE_CHANGED,
          "Cannot read the levels of "
              + uri
              + ": expected a file that stays as it is, found another length or modification time"
              + " after reading, twice");
    } catch (FileNotFoundException e) {
      throw missing(uri, "nothing there");
    } catch (IOException e) {
      throw failed(uri, e);
    }
  }

  private static RejectException missing(String uri, String found) {
    return new RejectException(
        RejectCode.LEVELS_MISSING,
        "Cannot read the levels of " + uri + ": expected a file, found " + found);
  }

  private static LevelsFile file(String uri, FileStatus status) {
    return new LevelsFile(uri, status.getLen(), status.getModificationTime());
  }

  private static Path path(String uri) throws IOException {
    if (Credentials.areIn(uri)) {
      throw new IOException("a path with credentials in it");
    }
    try {
      return new Path(uri);
    } catch (IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static UncheckedIOException failed(String uri, IOException cause) {
    String shown = Credentials.areIn(uri) ? Credentials.schemeOf(uri) : uri;
    IOException told =
        cause instanceof StorageException s && s.getCause() instanceof IOException io ? io : cause;
    return new UncheckedIOException(
        "Cannot read " + shown + ": expected a readable file, found \"" + told.getMessage() + '"',
        told);
  }
}
