package io.github.epdi.model.safetensors;

import io.github.epdi.structure.InputException;

/** Thrown when weights or a bundle are not what they say, or not what the network needs. */
public final class ModelFormatException extends InputException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception with a message "Cannot ...: expected ..., found ..." that names the tensor
   * or the key.
   */
  public ModelFormatException(String message) {
    super(message);
  }

  /** Makes an exception with such a message and the exception that caused it. */
  public ModelFormatException(String message, Throwable cause) {
    super(message, cause);
  }
}
