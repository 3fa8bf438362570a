package io.github.epdi.structure;

/**
 * Thrown if something that a user gave cannot be used: a file, a table, a campaign or a bundle. The
 * message is one line for a person: "Cannot ...: expected ..., found ...". The command line then
 * ends with exit code 2.
 */
public class InputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Makes an error with its message. */
  public InputException(String message) {
    super(message);
  }

  /** Makes an error with its message and its cause. */
  public InputException(String message, Throwable cause) {
    super(message, cause);
  }
}
