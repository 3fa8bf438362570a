package io.github.epdi.screening;

import io.github.epdi.structure.RejectCode;
import io.github.epdi.structure.RejectException;
import java.util.Locale;

/** Binding energies that lithium may have on a slab: no other one enters a table as screened. */
final class EnergyRange {
  private static final double LOWEST_EV = -10;
  private static final double HIGHEST_EV = 5;

  private EnergyRange() {}

  /**
   * Gives an energy back.
   *
   * @param ev predicted, eV
   * @param place whose energy it is
   * @throws RejectException IMPLAUSIBLE if it is outside the range, or no number
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
