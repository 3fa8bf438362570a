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

  /**
   * Returns in one line what an error says, and what its root cause says if that is not in it. For
   * the errors of libraries, whose outermost message often leaves out the reason.
   */
  public static String reason(Throwable error) {
    Throwable root = error;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String said = firstLine(error);
    String because = firstLine(root);
    return said.contains(because) ? said : said + ": " + because;
  }

  private static String firstLine(Throwable error) {
    String message = error.getMessage() == null ? error.toString() : error.getMessage();
    return message.lines().findFirst().orElse(error.toString()).strip();
  }
}
