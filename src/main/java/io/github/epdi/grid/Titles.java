package io.github.epdi.grid;

import java.util.Locale;
import java.util.regex.Pattern;

/** What writers say of their values in titles, in any case. */
final class Titles {
  /** All of CP2K's second titles that name a density. */
  private static final Pattern CP2K_DENSITY =
      Pattern.compile(
          "(sum of alpha and beta density"
              + "|((total|soft|hard|alpha|beta) )?((electron|electronic|spin|charge) )?density"
              + "(, total spin)?)",
          Pattern.CASE_INSENSITIVE);

  /** "Electron density from Total SCF Density", and those of spins and other methods. */
  private static final Pattern GAUSSIAN_DENSITY =
      Pattern.compile(
          "(electron|spin|alpha|beta) density from \\w+ [-+\\w()]+ density",
          Pattern.CASE_INSENSITIVE);

  private Titles() {}

  /** The unit that the writer of a cube or XSF file uses, null for writers that we do not know. */
  static EnergyUnit unit(String title) {
    String upper = title.toUpperCase(Locale.ROOT);
    if (upper.contains("-QUICKSTEP-")) {
      return EnergyUnit.HARTREE;
    }
    return upper.contains("PWSCF") || upper.contains("ABACUS") ? EnergyUnit.RYDBERG : null;
  }

  /**
   * Whether the two titles of a cube are those that its writer itself gives to a density. A word
   * alone says nothing: titles are free text, and potentials are made from densities.
   */
  static boolean areOfDensity(String first, String second) {
    String title = clean(second);
    return clean(first).equalsIgnoreCase("-Quickstep-")
        ? CP2K_DENSITY.matcher(title).matches()
        : GAUSSIAN_DENSITY.matcher(title).matches();
  }

  /** A title for people: one line, no control characters. */
  static String clean(String title) {
    return title.replaceAll("\\p{Cntrl}", " ").strip().replaceAll("\\s+", " ");
  }
}
