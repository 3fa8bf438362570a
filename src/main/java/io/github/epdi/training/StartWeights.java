package io.github.epdi.training;

import ai.djl.ndarray.NDManager;
import io.github.epdi.model.ModelFormatException;
import io.github.epdi.model.Network;
import io.github.epdi.model.Safetensors;
import io.github.epdi.structure.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Weights that a fine-tuning begins with.
 *
 * @param file where they are, null for none
 * @param tensors the file's tensors, null for none
 * @param sha256 the file's digest, null for none
 */
record StartWeights(Path file, Safetensors tensors, String sha256) {
  static StartWeights read(Path file) throws IOException {
    if (file == null) {
      return new StartWeights(null, null, null);
    }
    byte[] bytes = Files.readAllBytes(file);
    try {
      return new StartWeights(file, Safetensors.parse(bytes), DigestUtils.sha256Hex(bytes));
    } catch (ModelFormatException e) {
      throw bad(file, e);
    }
  }

  /** Sets all tensors of a network but the last layer's; does nothing where there are none. */
  void load(NDManager manager, Network network) {
    if (tensors == null) {
      return;
    }
    try {
      network.loadFeatures(manager, tensors);
    } catch (ModelFormatException e) {
      throw bad(file, e);
    }
  }

  private static InputException bad(Path file, ModelFormatException e) {
    return new InputException("Cannot begin with weights of " + file + ": " + e.getMessage(), e);
  }
}
