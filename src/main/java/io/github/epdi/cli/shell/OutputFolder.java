package io.github.epdi.cli.shell;

import io.github.epdi.grid.Credentials;
import io.github.epdi.structure.InputException;
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
    if (Credentials.areIn(written)) {
      throw new InputException(
          "Cannot use --output "
              + Credentials.schemeOf(written)
              + ": expected none with credentials in it (configure the file system instead)");
    }
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
