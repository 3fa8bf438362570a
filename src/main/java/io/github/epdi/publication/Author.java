package io.github.epdi.publication;

import io.github.epdi.structure.InputException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A person who made a data set.
 *
 * @param family family names
 * @param given given names
 * @param orcid sixteen digits in groups, such as 0000-0002-1825-0097; null where there is none
 */
public record Author(String family, String given, String orcid) {
  private static final Pattern WRITTEN =
      Pattern.compile("([^,;]+),([^,;]+)(?:;\\s*(?:https://orcid\\.org/)?([^;]+))?");

  private static final Pattern ORCID = Pattern.compile("\\d{4}-\\d{4}-\\d{4}-\\d{3}[\\dX]");
  private static final int MODULUS = 11;

  /**
   * Reads an author as "Family, Given" or "Family, Given; ORCID".
   *
   * @throws InputException if it is written otherwise, or the ORCID's last digit does not fit the
   *     others
   */
  public static Author parse(String written) {
    Matcher parts = WRITTEN.matcher(written);
    if (!parts.matches() || parts.group(1).isBlank() || parts.group(2).isBlank()) {
      throw bad(written, "\"Family, Given\" or \"Family, Given; ORCID\"");
    }
    String orcid = parts.group(3) == null ? null : parts.group(3).strip();
    if (orcid != null && !(ORCID.matcher(orcid).matches() && isWhole(orcid))) {
      throw bad(
          written, "an ORCID such as 0000-0002-1825-0097, whose last digit checks the others");
    }
    return new Author(parts.group(1).strip(), parts.group(2).strip(), orcid);
  }

  /** Tells whether the last digit is that of ISO 7064, 11-2, over the others. */
  private static boolean isWhole(String orcid) {
    String digits = orcid.replace("-", "");
    int total = 0;
    for (int i = 0; i + 1 < digits.length(); i++) {
      total = (total + Character.digit(digits.charAt(i), 10)) * 2 % MODULUS;
    }
    int check = (MODULUS + 1 - total) % MODULUS;
    return digits.charAt(digits.length() - 1) == (check == 10 ? 'X' : (char) ('0' + check));
  }

  private static InputException bad(String written, String expected) {
    return new InputException(
        "Cannot use author: expected " + expected + ", found \"" + written + "\"");
  }

  /** Returns the address of the ORCID, or null where there is none. */
  String orcidUrl() {
    return orcid == null ? null : "https://orcid.org/" + orcid;
  }

  /** Returns the name as "Given Family". */
  String fullName() {
    return given + " " + family;
  }

  /** Returns the name as "Family, Given". */
  String listedName() {
    return family + ", " + given;
  }
}
