package io.github.epdi.screening.campaign;

import io.github.epdi.model.BundleMetadata;
import io.github.epdi.model.ModelBundle;
import io.github.epdi.model.safetensors.ModelFormatException;
import io.github.epdi.structure.InputException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Reads a model bundle from any file system. */
public final class StoredBundle {
  private static final String METADATA = "bundle.json";
  private static final String WEIGHTS = "model.safetensors";
  private static final long MOST_METADATA_BYTES = 16L << 20;

  private StoredBundle() {}

  /**
   * Reads and checks a bundle.
   *
   * @param folder a local path or a Hadoop URI
   * @throws InputException if there is none or its parts do not fit
   */
  public static ModelBundle read(String folder, Configuration configuration) {
    return read(
        folder,
        () ->
            ModelBundle.of(
                metadataBytes(folder, configuration),
                bytes(new Path(folder, WEIGHTS), Integer.MAX_VALUE - 8L, configuration)));
  }

  /**
   * Reads what a bundle says of itself, without its weights.
   *
   * @param folder a local path or a Hadoop URI
   * @throws InputException if there is none or it cannot be used
   */
  public static BundleMetadata metadata(String folder, Configuration configuration) {
    return read(
        folder,
        () ->
            BundleMetadata.parse(
                new String(metadataBytes(folder, configuration), StandardCharsets.UTF_8)));
  }

  @FunctionalInterface
  private interface Reading<T> {
    T read() throws IOException;
  }

  private static <T> T read(String folder, Reading<T> reading) {
    try {
      return reading.read();
    } catch (ModelFormatException e) {
      throw new InputException("Cannot use model " + folder + ": " + e.getMessage(), e);
    } catch (FileNotFoundException e) {
      throw new InputException(
          "Cannot use model "
              + folder
              + ": expected "
              + METADATA
              + " and "
              + WEIGHTS
              + " in it, found "
              + e.getMessage(),
          e);
    } catch (IOException e) {
      throw new InputException("Cannot read model " + folder + ": " + e.getMessage(), e);
    }
  }

  private static byte[] metadataBytes(String folder, Configuration configuration)
      throws IOException {
    return bytes(new Path(folder, METADATA), MOST_METADATA_BYTES, configuration);
  }

  private static byte[] bytes(Path file, long most, Configuration configuration)
      throws IOException {
    FileSystem files = file.getFileSystem(configuration);
    long length = files.getFileStatus(file).getLen();
    if (length > most) {
      throw new IOException("expected at most " + most + " bytes, found " + length);
    }
    try (FSDataInputStream in = files.open(file)) {
      return in.readAllBytes();
    }
  }
}
