package io.github.epdi.dataset.calculation;

/** Carries the reason why something is not imported to where rows of rejects are made. */
public final class UnusableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;

  public UnusableException(ImportCode code, String message) {
    this(code.name(), message);
  }

  /** With the code of a rejected grid. */
  public UnusableException(String code, String message) {
    super(message);
    this.code = code;
  }

  /** A reason in the usual form: "Cannot import it: expected ..., found ...". */
  public static UnusableException of(ImportCode code, String expected, String found) {
    return new UnusableException(
        code, "Cannot import it: expected " + expected + ", found " + found);
  }

  public String code() {
    return code;
  }
}
