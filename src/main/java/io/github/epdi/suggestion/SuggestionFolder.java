package io.github.epdi.suggestion;

import io.github.epdi.structure.InputException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;

/** A local folder that must not exist yet and that appears whole or not at all. */
final class SuggestionFolder {
  private final Path folder;

  private SuggestionFolder(Path folder) {
    this.folder = folder;
  }

  /** Fills the folder under a temporary name. */
  interface Content {
    void write(Path temporary) throws IOException;
  }

  /**
   * Checks the name of the folder.
   *
   * @throws InputException if it is taken, or the folder above is not there
   */
  static SuggestionFolder at(Path out) {
    Path folder = out.toAbsolutePath().normalize();
    if (Files.exists(folder)) {
      throw taken(out, null);
    }
    if (folder.getParent() == null || !Files.isDirectory(folder.getParent())) {
      throw new InputException(
          "Cannot write " + out + ": expected the folder " + folder.getParent() + ", found none");
    }
    return new SuggestionFolder(folder);
  }

  private static InputException taken(Path out, IOException cause) {
    return new InputException(
        "Cannot write " + out + ": expected a new folder, found that it exists", cause);
  }

  /** Writes the content, then gives the folder its name. What a failure leaves is deleted. */
  void write(Content content) throws IOException {
    Path temporary = folder.resolveSibling(".tmp-" + UUID.randomUUID());
    try {
      Files.createDirectory(temporary);
      content.write(temporary);
      Files.move(temporary, folder);
    } catch (FileAlreadyExistsException e) {
      throw taken(folder, e);
    } finally {
      delete(temporary);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
  }
}
