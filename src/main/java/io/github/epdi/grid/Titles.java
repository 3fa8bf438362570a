package io.github.epdi.grid;

import java.util.Locale;

/** What writers say of their values in titles, in any case. */
final class Titles {
  private Titles() {}

  /** The unit that the writer of a cube or XSF file uses, null for writers that we do not know. */
  static EnergyUnit unit(String title) {
    String upper = title.toUpperCase(Locale.ROOT);
    if (upper.contains("-QUICKSTEP-")) {
      return EnergyUnit.HARTREE;
    }
    return upper.contains("PWSCF") || upper.contains("ABACUS") ? EnergyUnit.RYDBERG : null;
  }

  /** Whether a title says that the values are a density. */
  static boolean sayDensity(String title) {
    return title.toUpperCase(Locale.ROOT).contains("DENSITY");
  }

  /** A title for people: one line, no control characters. */
  static String clean(String title) {
    return title.replaceAll("\\p{Cntrl}", " ").strip().replaceAll("\\s+", " ");
  }
}
