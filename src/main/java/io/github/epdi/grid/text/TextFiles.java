package io.github.epdi.grid.text;

import io.github.epdi.grid.text.StorageInput.StorageException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.ZipException;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;

/** Opens text files on any Hadoop file system, plain or compressed as grids may be. */
public final class TextFiles {
  private TextFiles() {}

  /**
   * Opens the decompressed text of a file, which the caller closes. The compression is recognised
   * by the first bytes.
   *
   * @throws ZipException here or while it is read, if the file is damaged
   * @throws IOException if storage fails
   */
  public static InputStream open(FileSystem files, FileStatus status) throws IOException {
    FSDataInputStream opened = files.open(status.getPath());
    try {
      StorageInput stored = new StorageInput(opened, status.getLen());
      PushbackInputStream view = Compression.view(stored);
      return new Text(Compression.of(view).decode(view, stored), opened);
    } catch (IOException e) {
      opened.close();
      throw damage(e);
    }
  }

  /**
   * Turns the exceptions that the decompressing libraries throw for damage into a {@link
   * ZipException}. Failures of storage are kept.
   */
  private static IOException damage(IOException e) {
    if (e instanceof StorageException || e instanceof ZipException) {
      return e;
    }
    ZipException damage = new ZipException(e.getMessage());
    damage.initCause(e);
    return damage;
  }

  private static final class Text extends FilterInputStream {
    private final FSDataInputStream opened;

    Text(InputStream decoded, FSDataInputStream opened) {
      super(decoded);
      this.opened = opened;
    }

    @Override
    public int read() throws IOException {
      try {
        return super.read();
      } catch (IOException e) {
        throw damage(e);
      }
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      try {
        return super.read(target, offset, length);
      } catch (IOException e) {
        throw damage(e);
      }
    }

    @Override
    public void close() throws IOException {
      try (opened) {
        super.close();
      }
    }
  }
}
