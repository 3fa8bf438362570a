package io.github.epdi.grid;

import java.util.Optional;

/** What a reading knows of exchange-correlation in a file's values, and how it knows. */
public enum XcFinding {
  /** The format is not one of VASP, so that its mean tells nothing. */
  NOT_APPLICABLE("not_applicable", null),
  /** The mean over the cell is zero: the values are free of it. */
  CHECKED_ABSENT("checked", false),
  /** The mean over the cell is not zero: the values hold it. */
  CHECKED_INCLUDED("checked", true),
  /** The caller says that the values are free of it, and nothing was checked. */
  DECLARED_ABSENT("declared", false),
  /** The caller says that the values hold it, and nothing was checked. */
  DECLARED_INCLUDED("declared", true),
  /** The file names its values as free of it. */
  STATED_ABSENT("stated", false),
  /** The file names its values as holding it. */
  STATED_INCLUDED("stated", true);

  private final String check;
  private final Boolean included;

  XcFinding(String check, Boolean included) {
    this.check = check;
    this.included = included;
  }

  /** The way it became known, as in tables: "checked", "declared", "stated" or "not_applicable". */
  public String check() {
    return check;
  }

  /** Whether the values hold exchange-correlation; empty where nobody can tell. */
  public Optional<Boolean> included() {
    return Optional.ofNullable(included);
  }
}
