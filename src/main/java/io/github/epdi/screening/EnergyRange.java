package io.github.epdi.screening;

import io.github.epdi.structure.RejectCode;
import io.github.epdi.structure.RejectException;
import java.util.Locale;

/**
 * The range of binding energies that are plausible for lithium on a slab. No other energy enters a
 * table as screened.
 */
final class EnergyRange {
  private static final double LOWEST_EV = -10;
  private static final double HIGHEST_EV = 5;

  private EnergyRange() {}

  /**
   * Returns the given energy if it is plausible.
   *
   * @param ev predicted binding energy, eV
   * @param place the site or path that has this energy, for the message
   * @throws RejectException IMPLAUSIBLE if the energy is outside the range or not a number
   */
  static double require(double ev, String place) {
    if (!(ev >= LOWEST_EV && ev <= HIGHEST_EV)) {
      throw new RejectException(
          RejectCode.IMPLAUSIBLE,
          String.format(
              Locale.ROOT,
              "Cannot use the prediction at %s: expected a binding energy of %.0f to %.0f eV, found"
                  + " %.4g eV",
              place,
              LOWEST_EV,
              HIGHEST_EV,
              ev));
    }
    return ev;
  }
}
