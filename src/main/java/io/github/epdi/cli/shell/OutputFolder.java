package io.github.epdi.cli.shell;

import io.github.epdi.grid.Credentials;
import io.github.epdi.structure.InputException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Where an output folder named on the command line is. */
public final class OutputFolder {
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*");

  private OutputFolder() {}

  /** The folder as Hadoop's file systems take it: a local path unless it has a scheme. */
  public static String location(String written) {
    if (Credentials.areIn(written)) {
      throw new InputException(
          "Cannot use --output "
              + Credentials.schemeOf(written)
              + ": expected none with credentials in it (configure the file system instead)");
    }
    return SCHEME.matcher(written).matches() ? written : local(Path.of(written)).toString();
  }

  /** A local path as Hadoop's, which does not take URIs' escapes in a text for what they are. */
  public static org.apache.hadoop.fs.Path local(Path path) {
    return new org.apache.hadoop.fs.Path(path.toAbsolutePath().normalize().toUri());
  }
}
