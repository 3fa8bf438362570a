package io.github.epdi.grid;

import io.github.epdi.grid.blocks.GridLimits;
import io.github.epdi.grid.text.StorageInput;
import io.github.epdi.structure.RejectCode;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.PathIsDirectoryException;

/**
 * Reads grid files from any Hadoop file system (file:, hdfs:, s3a:). Every {@link GridReading} of a
 * stored file is made here. Thread-safe. Never closes a cached file system.
 */
public final class GridFiles {
  private static final int ATTEMPTS = 2;

  private final Configuration configuration;

  /** Makes a reader that opens files with a Hadoop configuration. */
  public GridFiles(Configuration configuration) {
    this.configuration = configuration;
  }

  /**
   * Reads one file. A defect of the file gives a {@link GridReading.Rejected} and no exception. A
   * file that changed while it was read is read once more.
   *
   * @param uri a Hadoop path or a plain local path
   * @param request what the reading is for
   * @throws UncheckedIOException if the address carries credentials or storage fails (missing file,
   *     no access, directory)
   */
  public GridReading read(String uri, ReadingRequest request) {
    return asked(uri, () -> attempts(uri, request));
  }

  private GridReading attempts(String uri, ReadingRequest request) throws IOException {
    Path path = path(uri);
    FileSystem files = fileSystem(path);
    FileStatus before = null;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      before = status(files, path);
      ReadingInProgress reading = new ReadingInProgress(request);
      long bytesRead;
      try (FSDataInputStream opened = files.open(path)) {
        StorageInput stored = new StorageInput(opened, before.getLen());
        new GridFileReader(uri, reading, stored).read();
        bytesRead = stored.count();
      }
      if (unchanged(before, files.getFileStatus(path))) {
        return reading.finish(file(uri, before), bytesRead);
      }
    }
    return changed(uri, request, before);
  }

  /**
   * Reads the header of one file, and returns where its grid begins in the frame of the atoms. The
   * answer is empty if the header is a bad one. No more of the file is read than one buffer of
   * text, unless the header is longer.
   *
   * @param uri a Hadoop path or a plain local path
   * @param limits largest sizes that the file may have
   * @throws UncheckedIOException if the address carries credentials or storage fails
   */
  public Optional<GridOrigin> origin(String uri, GridLimits limits) {
    ReadingRequest header =
        new ReadingRequest(
            List.of(),
            List.of(),
            PotentialConventions.DEFAULT,
            limits,
            0,
            ReadingRequest.Depth.STOP_AT_REJECT);
    return asked(
        uri,
        () -> {
          Path path = path(uri);
          FileSystem files = fileSystem(path);
          long length = status(files, path).getLen();
          try (FSDataInputStream opened = files.open(path)) {
            StorageInput stored = new StorageInput(opened, length);
            return new GridFileReader(uri, new ReadingInProgress(header), stored).origin();
          }
        });
  }

  /** A question to storage about one file. */
  private interface Question<T> {
    T answer() throws IOException;
  }

  /** Asks storage, and tells of what fails with the file's address. */
  private static <T> T asked(String uri, Question<T> question) {
    if (Credentials.areIn(uri)) {
      throw failed(
          Credentials.schemeOf(uri),
          "a path without credentials in it",
          new IOException("refused"));
    }
    try {
      return question.answer();
    } catch (PathIsDirectoryException e) {
      throw failed(uri, "a grid file, found a directory", e);
    } catch (FileNotFoundException e) {
      throw failed(uri, "a grid file, found nothing there", e);
    } catch (IOException e) {
      throw failed(uri, "a readable file, found \"" + e.getMessage() + "\"", e);
    }
  }

  private static Path path(String uri) {
    try {
      return new Path(uri);
    } catch (IllegalArgumentException e) {
      throw failed(uri, "a path, found \"" + e.getMessage() + "\"", new IOException(e));
    }
  }

  /**
   * Returns the file system of a path. Hadoop reports an unknown host as an illegal argument, which
   * is turned back into an {@link UnknownHostException}.
   */
  private FileSystem fileSystem(Path path) throws IOException {
    try {
      return path.getFileSystem(configuration);
    } catch (IllegalArgumentException e) {
      if (e.getCause() instanceof UnknownHostException unknown) {
        throw unknown;
      }
      throw e;
    }
  }

  private static GridFile file(String uri, FileStatus status) {
    return new GridFile(uri, status.getLen(), status.getModificationTime());
  }

  private static FileStatus status(FileSystem files, Path path) throws IOException {
    FileStatus status = files.getFileStatus(path);
    if (status.isDirectory()) {
      throw new PathIsDirectoryException(path.toString());
    }
    return status;
  }

  private static boolean unchanged(FileStatus before, FileStatus after) {
    return before.getLen() == after.getLen()
        && before.getModificationTime() == after.getModificationTime();
  }

  /** Returns a FILE_CHANGED reject that tells nothing of the file's content. */
  private static GridReading changed(String uri, ReadingRequest request, FileStatus before) {
    ReadingInProgress reading = new ReadingInProgress(request);
    reading.headerRejects.add(
        RejectCode.FILE_CHANGED,
        "Cannot read the file: expected one that stays as it is, found another length or"
            + " modification time after reading, twice",
        0);
    return reading.finish(file(uri, before), 0);
  }

  private static UncheckedIOException failed(String uri, String expected, IOException cause) {
    return new UncheckedIOException("Cannot read " + uri + ": expected " + expected, cause);
  }
}
