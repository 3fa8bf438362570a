package io.github.epdi.dataset;

import io.github.epdi.dataset.calculation.ImportCode;
import io.github.epdi.dataset.calculation.UnusableException;
import java.util.Locale;

/**
 * The binding energies that an ion on a surface can have. What lies outside is a sum of energies of
 * different kinds: other atoms, another unit, another program's zero.
 */
final class PlausibleBinding {
  static final double LOWEST_EV = -12;
  static final double HIGHEST_EV = 3;

  private PlausibleBinding() {}

  /**
   * Checks a binding energy.
   *
   * @param parts what it was counted from, for the message; empty if that is not known
   * @throws UnusableException IMPLAUSIBLE
   */
  static void require(double bindingEv, String parts) {
    if (!(bindingEv >= LOWEST_EV && bindingEv <= HIGHEST_EV)) {
      throw UnusableException.of(
          ImportCode.IMPLAUSIBLE,
          String.format(Locale.ROOT, "a binding energy of %.0f to +%.0f eV", LOWEST_EV, HIGHEST_EV),
          String.format(Locale.ROOT, "%.4f eV%s", bindingEv, parts));
    }
  }
}
