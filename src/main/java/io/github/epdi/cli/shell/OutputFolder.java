package io.github.epdi.cli.shell;

import io.github.epdi.grid.Credentials;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Finds the output folder that is named on the command line. */
public final class OutputFolder {
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*");

  private OutputFolder() {}

  /**
   * Returns the folder as Hadoop's file systems take it. It is a local path unless it has a scheme.
   */
  public static String location(String written) {
    Credentials.requireNone("--output", written);
    return SCHEME.matcher(written).matches() ? written : local(Path.of(written)).toString();
  }

  /**
   * Returns a local path as Hadoop's. It is converted by its URI, so that special characters in a
   * name are not misread as escapes.
   */
  public static org.apache.hadoop.fs.Path local(Path path) {
    return new org.apache.hadoop.fs.Path(path.toAbsolutePath().normalize().toUri());
  }
}
