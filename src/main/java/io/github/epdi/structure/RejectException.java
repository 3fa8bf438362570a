package io.github.epdi.structure;

/** Carries a {@link Reject} from where a grid turns out to be unusable to where rows are made. */
public final class RejectException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final RejectCode code;
  private final long line;

  /** Makes a reject for which no line can be named. */
  public RejectException(RejectCode code, String message) {
    this(code, message, 0);
  }

  /** Makes a reject that was found at a line (from 1) of the decompressed file. */
  public RejectException(RejectCode code, String message, long line) {
    super(message);
    this.code = code;
    this.line = line;
  }

  /** Returns the reject as a value. */
  public Reject reject() {
    return new Reject(code, getMessage(), line);
  }
}
