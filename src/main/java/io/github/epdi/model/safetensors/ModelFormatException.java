package io.github.epdi.model.safetensors;

import io.github.epdi.structure.InputException;

/** Weights or a bundle are not what they say, or not what the network needs. */
public final class ModelFormatException extends InputException {
  private static final long serialVersionUID = 1L;

  /** "Cannot ...: expected ..., found ...", naming the tensor or the key. */
  public ModelFormatException(String message) {
    super(message);
  }

  /** The same, with what was thrown underneath. */
  public ModelFormatException(String message, Throwable cause) {
    super(message, cause);
  }
}
