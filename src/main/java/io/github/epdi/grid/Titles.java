package io.github.epdi.grid;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Reads what writers of cube and XSF files say about their values in titles, in upper or lower
 * case.
 */
final class Titles {
  /** Matches every second title that CP2K gives to a density. */
  private static final Pattern CP2K_DENSITY =
      Pattern.compile(
          "(sum of alpha and beta density"
              + "|((total|soft|hard|alpha|beta) )?((electron|electronic|spin|charge) )?density"
              + "(, total spin)?)",
          Pattern.CASE_INSENSITIVE);

  /**
   * Matches "Electron density from Total SCF Density" and Gaussian's titles of spin densities and
   * of other methods.
   */
  private static final Pattern GAUSSIAN_DENSITY =
      Pattern.compile(
          "(electron|spin|alpha|beta) density from \\w+ [-+\\w()]+ density",
          Pattern.CASE_INSENSITIVE);

  private Titles() {}

  /**
   * Returns the unit of the program that wrote a cube or XSF file, or null if the title names no
   * known program.
   */
  static EnergyUnit unit(String title) {
    String upper = title.toUpperCase(Locale.ROOT);
    if (upper.contains("-QUICKSTEP-")) {
      return EnergyUnit.HARTREE;
    }
    return upper.contains("PWSCF") || upper.contains("ABACUS") ? EnergyUnit.RYDBERG : null;
  }

  /**
   * Tells whether the two titles of a cube are those that CP2K or Gaussian gives to a density. The
   * word "density" alone proves nothing, because titles are free text.
   */
  static boolean areOfDensity(String first, String second) {
    String title = clean(second);
    return clean(first).equalsIgnoreCase("-Quickstep-")
        ? CP2K_DENSITY.matcher(title).matches()
        : GAUSSIAN_DENSITY.matcher(title).matches();
  }

  /** Returns a title as one line without control characters. */
  static String clean(String title) {
    return title.replaceAll("\\p{Cntrl}", " ").strip().replaceAll("\\s+", " ");
  }
}
