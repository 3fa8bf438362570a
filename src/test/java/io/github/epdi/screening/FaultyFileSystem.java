package io.github.epdi.screening;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.RawLocalFileSystem;

/**
 * The local disk, on which opening a file {@code x} does what a file {@code x.fault} beside it
 * says: {@code halt} ends the JVM as a crash in native code would, {@code out-of-memory} throws
 * what the JVM does, {@code bug} throws an exception, {@code hang} never comes back, {@code slow}
 * takes half a second.
 */
public final class FaultyFileSystem extends RawLocalFileSystem {
  static final String SCHEME = "faulty";

  static void addTo(Configuration configuration) {
    configuration.set("fs." + SCHEME + ".impl", FaultyFileSystem.class.getName());
  }

  /** Plants a fault. */
  static void plant(Path file, String fault) throws IOException {
    Files.writeString(Path.of(file + ".fault"), fault);
  }

  /** Takes it away. */
  static void heal(Path file) throws IOException {
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

  private static void happen(String fault) {
    try {
      switch (fault) {
        case "halt" -> Runtime.getRuntime().halt(137);
        case "out-of-memory" -> throw new OutOfMemoryError("on purpose");
        case "bug" -> throw new IllegalStateException("on purpose");
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
