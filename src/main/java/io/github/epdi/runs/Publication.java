package io.github.epdi.runs;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** Publishes a file whole under a name, in one step that fails if the name exists. */
interface Publication {
  /**
   * Publishes content that nobody else publishes. If the reply of storage is lost, what lies under
   * the name tells whether it was published.
   *
   * @return whether it was published; false if the name is taken
   */
  boolean publish(Path name, byte[] content) throws IOException;

  /** The way of a file system: hard link, conditional PUT, or rename without overwriting. */
  static Publication on(Path root, Configuration configuration) throws IOException {
    return switch (root.getFileSystem(configuration).getScheme()) {
      case "file" -> new LinkPublication();
      case "s3a" -> new ConditionalPutPublication(configuration);
      default -> new RenamePublication(configuration);
    };
  }
}
