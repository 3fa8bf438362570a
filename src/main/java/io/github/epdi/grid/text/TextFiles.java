package io.github.epdi.grid.text;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;

/** Opens text files on any Hadoop file system, plain or compressed as grids may be. */
public final class TextFiles {
  private TextFiles() {}

  /** The decompressed text of a file, to be closed; compression is known by the first bytes. */
  public static InputStream open(FileSystem files, FileStatus status) throws IOException {
    FSDataInputStream opened = files.open(status.getPath());
    try {
      StorageInput stored = new StorageInput(opened, status.getLen());
      PushbackInputStream view = Compression.view(stored);
      InputStream decoded = Compression.of(view).decode(view, stored);
      return new FilterInputStream(decoded) {
        @Override
        public void close() throws IOException {
          try (opened) {
            super.close();
          }
        }
      };
    } catch (IOException e) {
      opened.close();
      throw e;
    }
  }
}
