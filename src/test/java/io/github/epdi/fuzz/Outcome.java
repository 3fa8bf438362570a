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

  /** A file that was refused; a code of nothing is a complaint. */
  public static Outcome rejected(String code) {
    boolean named = code != null && code.matches("[A-Z][A-Z_0-9]+");
    return named ? new Outcome(code, null) : complaint("a reject without a code: " + code);
  }

  /** Something that must not be. */
  public static Outcome complaint(String what) {
    return new Outcome("complaint", what);
  }
}
