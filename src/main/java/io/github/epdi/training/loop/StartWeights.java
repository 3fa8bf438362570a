package io.github.epdi.training.loop;

import ai.djl.ndarray.NDManager;
import io.github.epdi.model.network.Architecture;
import io.github.epdi.model.network.Network;
import io.github.epdi.model.network.PublishedWeights;
import io.github.epdi.model.safetensors.ModelFormatException;
import io.github.epdi.model.safetensors.Safetensors;
import io.github.epdi.structure.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Weights that a training begins with.
 *
 * @param file file of the weights, null for none
 * @param tensors the file's tensors, null for none
 * @param sha256 the file's digest, null for none
 */
public record StartWeights(Path file, Safetensors tensors, String sha256) {
  public static final StartWeights NONE = new StartWeights(null, null, null);

  /**
   * Reads names and shapes of a file. The values are read when the weights are loaded.
   *
   * @param file safetensors file, null for none
   * @throws InputException naming the file and what is wrong with it
   */
  public static StartWeights read(Path file) throws IOException {
    if (file == null) {
      return NONE;
    }
    if (!Files.isRegularFile(file)) {
      throw new InputException(
          "Cannot begin with weights of " + file + ": expected a file, found none");
    }
    try (InputStream stream = Files.newInputStream(file)) {
      return new StartWeights(file, Safetensors.open(file), DigestUtils.sha256Hex(stream));
    } catch (ModelFormatException e) {
      throw bad(file, e);
    }
  }

  /**
   * Checks that a network can begin with them.
   *
   * @throws InputException naming the file and what does not fit
   */
  public void requireFeaturesOf(Architecture architecture) {
    if (tensors == null) {
      return;
    }
    try {
      new PublishedWeights(tensors).requireFeaturesOf(architecture);
    } catch (ModelFormatException e) {
      throw bad(file, e);
    }
  }

  /**
   * Sets all tensors of a network except those of the last layer. Without weights it does nothing.
   */
  public void load(NDManager manager, Network network) {
    if (tensors == null) {
      return;
    }
    try {
      network.loadFeatures(manager, new PublishedWeights(tensors));
    } catch (ModelFormatException e) {
      throw bad(file, e);
    }
  }

  private static InputException bad(Path file, ModelFormatException e) {
    return new InputException("Cannot begin with weights of " + file + ": " + e.getMessage(), e);
  }
}
