package io.github.epdi.fuzz;

/**
 * What became of one mutated file in one part of the program.
 *
 * @param code of the reject, or "accepted"
 * @param complaint what must not be, null if nothing
 */
public record Outcome(String code, String complaint) {
  /** A file that was used. */
  public static Outcome accepted() {
    return new Outcome("accepted", null);
  }

  /** A file that was refused; no code, and a code that hides an exception, are complaints. */
  public static Outcome rejected(String code, String message) {
    boolean named = code != null && code.matches("[A-Z][A-Z_0-9]+");
    return named && !code.equals("FAILED")
        ? new Outcome(code, null)
        : complaint("a reject with the code " + code + ": " + message);
  }

  /** Something that must not be. */
  public static Outcome complaint(String what) {
    return new Outcome("complaint", what);
  }
}
