package io.github.epdi.screening.campaign;

import io.github.epdi.grid.Credentials;
import io.github.epdi.structure.InputException;
import java.io.IOException;
import java.net.URI;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Resolves the paths of a campaign. Relative paths are relative to one folder, and paths with a
 * scheme stand for themselves. Paths that carry credentials are refused, and not repeated in the
 * message.
 */
public final class Locations {
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*");

  private final Path folder;

  Locations(Path folder) {
    this.folder = folder;
  }

  /**
   * Resolves relative paths against the folder where the program was started, on the local file
   * system.
   */
  public static Locations ofWorkingDirectory() {
    return new Locations(new Path(java.nio.file.Path.of("").toAbsolutePath().toUri()));
  }

  /**
   * Returns the path of the campaign file itself, which is local unless it has a scheme.
   *
   * @throws InputException if there is no such file
   */
  static Path campaignFile(String location, Configuration configuration) {
    refuseCredentials(location);
    try {
      Path path = new Path(location);
      FileSystem files =
          SCHEME.matcher(location).matches()
              ? path.getFileSystem(configuration)
              : FileSystem.getLocal(configuration);
      FileStatus status = files.getFileStatus(files.makeQualified(path));
      if (status.isDirectory()) {
        throw new InputException(
            "Cannot read campaign " + location + ": expected a file, found a directory");
      }
      return status.getPath();
    } catch (IOException | IllegalArgumentException e) {
      throw new InputException(
          "Cannot read campaign " + location + ": expected a file, found none", e);
    }
  }

  /**
   * Returns the absolute path that was written.
   *
   * @throws InputException if it is no path or carries credentials
   */
  public String resolve(String written) {
    refuseCredentials(written);
    try {
      if (SCHEME.matcher(written).matches()) {
        Path path = new Path(written);
        // A bucket without a path is its root.
        boolean isBucket = path.toUri().getAuthority() != null && path.toUri().getPath().isEmpty();
        return (isBucket ? new Path(path, "/") : path).toString();
      }
      URI base = folder.toUri();
      Path absolute = written.startsWith("/") ? new Path(written) : new Path(folder, written);
      return new Path(base.getScheme(), base.getAuthority(), absolute.toUri().getPath()).toString();
    } catch (IllegalArgumentException e) {
      throw new InputException("Cannot use path " + written + ": " + e.getMessage(), e);
    }
  }

  private static void refuseCredentials(String written) {
    if (Credentials.areIn(written)) {
      throw new InputException(
          "Cannot use path "
              + Credentials.schemeOf(written)
              + ": expected none with credentials in it, found user, key or signature"
              + " (configure the file system instead)");
    }
  }
}
