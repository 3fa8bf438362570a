package io.github.epdi.runs;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSDataOutputStreamBuilder;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options.CreateFileOptionKeys;
import org.apache.hadoop.fs.Path;

/** Publishes on S3 by one PUT request, which the store refuses if the object exists. */
final class ConditionalPutPublication implements Publication {
  private final Configuration configuration;

  ConditionalPutPublication(Configuration configuration) {
    this.configuration = configuration;
  }

  @Override
  public boolean publish(Path name, byte[] content) throws IOException {
    FileSystem files = name.getFileSystem(configuration);
    FSDataOutputStreamBuilder<?, ?> builder = files.createFile(name);
    builder.recursive();
    builder.overwrite(true); // not the client's check, the store's condition decides
    builder.must(CreateFileOptionKeys.FS_OPTION_CREATE_CONDITIONAL_OVERWRITE, true);
    FSDataOutputStream out = builder.build();
    try {
      out.write(content);
      out.close();
      return true;
    } catch (IOException e) {
      return switch (PublishedContent.under(name, content, files)) {
        case OWN -> true; // it was stored, but the reply was lost
        case OF_ANOTHER -> false;
        case NONE -> throw e;
      };
    }
  }
}
