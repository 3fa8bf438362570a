package io.github.epdi.grid;

import java.util.Optional;

/** What a reading knows about exchange-correlation in a file's values, and from where. */
public enum XcFinding {
  /** The format is not VASP's, so the mean of the values tells nothing. */
  NOT_APPLICABLE("not_applicable", null),
  /** The mean over the cell is zero, so the values do not include it. */
  CHECKED_ABSENT("checked", false),
  /** The mean over the cell is not zero, so the values include it. */
  CHECKED_INCLUDED("checked", true),
  /** The caller declares that the values do not include it, and nothing was checked. */
  DECLARED_ABSENT("declared", false),
  /** The caller declares that the values include it, and nothing was checked. */
  DECLARED_INCLUDED("declared", true),
  /** The file says that its values do not include it. */
  STATED_ABSENT("stated", false),
  /** The file says that its values include it. */
  STATED_INCLUDED("stated", true);

  private final String check;
  private final Boolean included;

  XcFinding(String check, Boolean included) {
    this.check = check;
    this.included = included;
  }

  /** How it became known, as in tables: "checked", "declared", "stated" or "not_applicable". */
  public String check() {
    return check;
  }

  /** Whether the values include exchange-correlation, or empty if that is not known. */
  public Optional<Boolean> included() {
    return Optional.ofNullable(included);
  }
}
