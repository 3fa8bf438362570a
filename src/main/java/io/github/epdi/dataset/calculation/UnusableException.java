package io.github.epdi.dataset.calculation;

/**
 * Thrown when something cannot be imported. It carries the reason to where rows of rejects are
 * made.
 */
public final class UnusableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;

  public UnusableException(ImportCode code, String message) {
    this(code.name(), message);
  }

  /** Takes the code of a rejected grid. */
  public UnusableException(String code, String message) {
    super(message);
    this.code = code;
  }

  /** Makes an exception with a message "Cannot import it: expected ..., found ...". */
  public static UnusableException of(ImportCode code, String expected, String found) {
    return new UnusableException(
        code, "Cannot import it: expected " + expected + ", found " + found);
  }

  public String code() {
    return code;
  }
}
