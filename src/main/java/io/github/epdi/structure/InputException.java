package io.github.epdi.structure;

/**
 * What a user gave (a file, a table, a campaign, a bundle) cannot be used. The message is one line
 * for a person: "Cannot ... : expected ..., found ...". The command line ends with exit code 2.
 */
public class InputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** An error with its message. */
  public InputException(String message) {
    super(message);
  }

  /** An error with its message and what it was caused by. */
  public InputException(String message, Throwable cause) {
    super(message, cause);
  }
}
