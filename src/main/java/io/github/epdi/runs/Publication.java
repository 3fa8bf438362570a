package io.github.epdi.runs;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** Publishes a complete file under a name, in one step that fails if the name exists. */
interface Publication {
  /**
   * Publishes content that no other process publishes. If the reply of storage is lost, the file
   * under the name shows whether it was published.
   *
   * @return whether it was published; false if the name is taken
   */
  boolean publish(Path name, byte[] content) throws IOException;

  /**
   * Returns the way of a file system: a hard link, a conditional PUT, or a rename that does not
   * overwrite.
   */
  static Publication on(Path root, Configuration configuration) throws IOException {
    return switch (root.getFileSystem(configuration).getScheme()) {
      case "file" -> new LinkPublication();
      case "s3a" -> new ConditionalPutPublication(configuration);
      default -> new RenamePublication(configuration);
    };
  }
}
