package io.github.epdi.runs;

import java.io.IOException;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options.Rename;
import org.apache.hadoop.fs.Path;

/** Publishes on HDFS by an atomic rename that does not overwrite. */
final class RenamePublication implements Publication {
  private final Configuration configuration;

  RenamePublication(Configuration configuration) {
    this.configuration = configuration;
  }

  @Override
  public boolean publish(Path path, byte[] content) throws IOException {
    FileSystem files = path.getFileSystem(configuration);
    // A FileContext wants to know whose path it is, which "hdfs:///results" leaves to the settings.
    Path name = files.makeQualified(path);
    Path temporary = new Path(name.getParent(), ".tmp-" + UUID.randomUUID());
    try (FSDataOutputStream out = files.create(temporary, false)) {
      out.write(content);
      out.hsync();
    }
    try {
      FileContext.getFileContext(files.getUri(), configuration)
          .rename(temporary, name, Rename.NONE);
      return true;
    } catch (IOException e) {
      PublishedContent found = PublishedContent.under(name, content, files);
      if (found == PublishedContent.NONE) {
        throw e;
      }
      files.delete(temporary, false);
      return found == PublishedContent.OWN; // it was renamed, but the reply was lost
    }
  }
}
