package io.github.epdi.model;

import io.github.epdi.model.safetensors.ModelFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads and writes a bundle as a local directory. */
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
    WholeDirectory.write(
        "bundle",
        directory,
        temporary -> {
          WholeDirectory.write(temporary.resolve(WEIGHTS), bundle.weights());
          WholeDirectory.write(temporary.resolve(METADATA), bundle.bundleJson());
        });
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
