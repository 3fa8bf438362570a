package io.github.epdi.cli.query;

import io.github.epdi.structure.InputException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Writes a local file that must not exist yet and that appears whole or not at all. */
final class WholeFile {
  private final Path file;

  private WholeFile(Path file) {
    this.file = file;
  }

  /** Writes the content of the file under a temporary name. */
  interface Content {
    void write(Path temporary) throws IOException;
  }

  /**
   * Checks the name of the file.
   *
   * @throws InputException if it is taken, or its folder is not there
   */
  static WholeFile at(Path path) {
    Path file = path.toAbsolutePath().normalize();
    if (Files.exists(file)) {
      throw new InputException("Cannot write " + path + ": it exists; give another name");
    }
    if (!Files.isDirectory(file.getParent())) {
      throw new InputException("Cannot write " + path + ": there is no folder " + file.getParent());
    }
    return new WholeFile(file);
  }

  /**
   * Writes the content under a temporary name, then gives it its own. What a failure leaves is
   * deleted.
   */
  void write(Content content) throws IOException {
    Path temporary = file.resolveSibling(".tmp-" + UUID.randomUUID());
    temporary.toFile().deleteOnExit(); // for a run that is interrupted
    try {
      content.write(temporary);
      Files.move(onlyFile(temporary), file);
    } catch (FileAlreadyExistsException e) {
      throw new InputException("Cannot write " + file + ": it exists; give another name", e);
    } finally {
      delete(temporary);
    }
  }

  /** Returns the content itself, or the one Parquet file in the folder that Spark makes of it. */
  private static Path onlyFile(Path temporary) throws IOException {
    if (!Files.isDirectory(temporary)) {
      return temporary;
    }
    try (Stream<Path> files = Files.list(temporary)) {
      List<Path> parts = files.filter(f -> f.getFileName().toString().startsWith("part-")).toList();
      if (parts.size() != 1) {
        throw new IOException("Cannot write one file: expected one part, found " + parts);
      }
      return parts.get(0);
    }
  }

  private static void delete(Path temporary) throws IOException {
    if (!Files.exists(temporary)) {
      return;
    }
    try (Stream<Path> files = Files.walk(temporary)) {
      for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
