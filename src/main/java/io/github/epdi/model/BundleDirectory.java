package io.github.epdi.model;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** A bundle as a local directory. */
final class BundleDirectory {
  static final String METADATA = "bundle.json";
  static final String WEIGHTS = "model.safetensors";
  private static final long LARGEST_METADATA_BYTES = 64L << 20;
  private static final long LARGEST_WEIGHTS_BYTES = Integer.MAX_VALUE - 8L;

  private BundleDirectory() {}

  static ModelBundle read(Path directory) throws IOException {
    byte[] json = bytes(directory, METADATA, LARGEST_METADATA_BYTES);
    byte[] weights = bytes(directory, WEIGHTS, LARGEST_WEIGHTS_BYTES);
    try {
      return ModelBundle.of(json, weights);
    } catch (ModelFormatException e) {
      throw new ModelFormatException("Cannot load bundle " + directory + ": " + e.getMessage(), e);
    }
  }

  static void write(ModelBundle bundle, Path directory) throws IOException {
    Path target = directory.toAbsolutePath().normalize();
    if (Files.exists(target)) {
      throw new ModelFormatException(
          "Cannot write bundle " + directory + ": expected a new name, found that it exists");
    }
    Files.createDirectories(target.getParent());
    // Not createTempDirectory: the bundle would keep that folder's mode, readable by its owner
    // only.
    Path temporary =
        Files.createDirectory(
            target.resolveSibling("." + target.getFileName() + "-" + UUID.randomUUID()));
    try {
      write(temporary.resolve(WEIGHTS), bundle.weights());
      write(temporary.resolve(METADATA), bundle.bundleJson());
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary.resolve(WEIGHTS));
      Files.deleteIfExists(temporary.resolve(METADATA));
      Files.deleteIfExists(temporary);
    }
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    Files.write(file, bytes);
    // On disk before the directory gets its name.
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private static byte[] bytes(Path directory, String name, long limit) throws IOException {
    Path file = directory.resolve(name);
    if (!Files.isRegularFile(file)) {
      throw new ModelFormatException(
          "Cannot load bundle " + directory + ": expected a file " + name + ", found none");
    }
    if (Files.size(file) > limit) {
      throw new ModelFormatException(
          "Cannot load bundle "
              + directory
              + ": expected "
              + name
              + " of at most "
              + limit
              + " bytes, found "
              + Files.size(file));
    }
    return Files.readAllBytes(file);
  }
}
