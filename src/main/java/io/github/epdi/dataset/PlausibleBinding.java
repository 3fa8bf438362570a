package io.github.epdi.dataset;

import io.github.epdi.dataset.calculation.ImportCode;
import io.github.epdi.dataset.calculation.UnusableException;
import java.util.Locale;

/**
 * The range of binding energies that an ion on a surface can have. A value outside means that the
 * energies do not belong together: other atoms, another unit, or another program's zero.
 */
final class PlausibleBinding {
  static final double LOWEST_EV = -12;
  static final double HIGHEST_EV = 3;

  private PlausibleBinding() {}

  /**
   * Checks a binding energy.
   *
   * @param bindingEv the binding energy, eV
   * @param parts the energies behind it, for the message; empty if they are not known
   * @throws UnusableException IMPLAUSIBLE if it is out of range
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
