package io.github.epdi.model;

import io.github.epdi.model.safetensors.ModelFormatException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;

/** Writes directories of files that appear whole or not at all. */
public final class WholeDirectory {
  private WholeDirectory() {}

  /** Fills a directory that exists. */
  public interface Content {
    void writeInto(Path directory) throws IOException;
  }

  /**
   * Writes a new directory.
   *
   * @param what what the directory is, for messages
   * @throws ModelFormatException if something of its name exists
   */
  public static void write(String what, Path directory, Content content) throws IOException {
    requireNew(what, directory);
    Path target = directory.toAbsolutePath().normalize();
    Files.createDirectories(target.getParent());
    // createTempDirectory is not used, because the result would keep that folder's mode, readable
    // by its owner only.
    Path temporary =
        Files.createDirectory(
            target.resolveSibling("." + target.getFileName() + "-" + UUID.randomUUID()));
    try {
      content.writeInto(temporary);
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      delete(temporary);
    }
  }

  /**
   * Checks the name of a new directory.
   *
   * @param what what the directory is, for messages
   * @throws ModelFormatException if something of its name exists
   */
  public static void requireNew(String what, Path directory) {
    if (Files.exists(directory.toAbsolutePath().normalize())) {
      throw new ModelFormatException(
          "Cannot write " + what + " " + directory + ": expected a new name, found that it exists");
    }
  }

  /** Writes a file to the disk itself, so that it is there before its directory gets its name. */
  public static void write(Path file, byte[] bytes) throws IOException {
    Files.write(file, bytes);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private static void delete(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
