package io.github.epdi.screening;

import java.io.File;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.DelegateToFileSystem;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.util.Progressable;

/**
 * The local disk, on which opening a file {@code x} does what a file {@code x.fault} beside it
 * says: {@code halt} ends the JVM as a crash in native code would, {@code out-of-memory} throws
 * what the JVM does, {@code error} throws another error, {@code bug} an exception, {@code hang}
 * never comes back, {@code slow} takes half a second.
 */
public final class FaultyFileSystem extends RawLocalFileSystem {
  public static final String SCHEME = "faulty";

  static void addTo(Configuration configuration) {
    configuration.set("fs." + SCHEME + ".impl", FaultyFileSystem.class.getName());
    configuration.set("fs.AbstractFileSystem." + SCHEME + ".impl", OfContext.class.getName());
  }

  /** The same for those who ask Hadoop's FileContext. */
  public static final class OfContext extends DelegateToFileSystem {
    /** As Hadoop makes it. */
    public OfContext(URI uri, Configuration configuration) throws IOException, URISyntaxException {
      super(uri, new FaultyFileSystem(), configuration, SCHEME, false);
    }
  }

  /** Plants a fault. */
  public static void plant(Path file, String fault) throws IOException {
    Files.writeString(Path.of(file + ".fault"), fault);
  }

  /** Takes it away. */
  public static void heal(Path file) throws IOException {
    Files.delete(Path.of(file + ".fault"));
  }

  @Override
  public URI getUri() {
    return URI.create(SCHEME + ":///");
  }

  @Override
  public String getScheme() {
    return SCHEME;
  }

  @Override
  public FSDataInputStream open(org.apache.hadoop.fs.Path path, int bufferSize) throws IOException {
    File fault = new File(pathToFile(path) + ".fault");
    if (fault.exists()) {
      happen(Files.readString(fault.toPath(), StandardCharsets.UTF_8));
    }
    return super.open(path, bufferSize);
  }

  @Override
  public FSDataOutputStream create(
      org.apache.hadoop.fs.Path path,
      boolean overwrite,
      int bufferSize,
      short replication,
      long blockSize,
      Progressable progress)
      throws IOException {
    FSDataOutputStream out =
        super.create(path, overwrite, bufferSize, replication, blockSize, progress);
    for (File folder = pathToFile(path); folder != null; folder = folder.getParentFile()) {
      if (new File(folder + ".full").exists()) {
        return new FSDataOutputStream(new FullDisk(out), null);
      }
    }
    return out;
  }

  private static final class FullDisk extends FilterOutputStream {
    private int left = 1000;

    FullDisk(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (length > left) {
        throw new IOException("No space left on device");
      }
      left -= length;
      out.write(bytes, offset, length);
    }
  }

  private static void happen(String fault) throws IOException {
    try {
      switch (fault) {
        case "halt" -> Runtime.getRuntime().halt(137);
        case "out-of-memory" -> throw new OutOfMemoryError("on purpose");
        case "error" -> throw new Error("on purpose");
        case "bug" -> throw new IllegalStateException("on purpose");
        case "unreadable" -> throw new IOException("on purpose");
        case "hang" -> Thread.sleep(Long.MAX_VALUE);
        case "slow" -> Thread.sleep(500);
        default -> throw new IllegalArgumentException("no such fault: " + fault);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
