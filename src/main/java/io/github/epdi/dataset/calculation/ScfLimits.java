package io.github.epdi.dataset.calculation;

import io.github.epdi.structure.InputException;
import java.util.List;
import java.util.Locale;

/**
 * How much a total energy may still change in the last step of a self-consistent field. A program
 * calls a run converged by a residual, and the energy may change by tenths of an eV while that is
 * small.
 *
 * @param remarkEv a larger change is remarked, eV
 * @param mostEv with a larger change the calculation counts as unconverged, eV
 */
public record ScfLimits(double remarkEv, double mostEv) {
  /** A change above 2 meV is remarked, and one above 50 meV gives no label. */
  public static final ScfLimits DEFAULT = new ScfLimits(0.002, 0.05);

  /** Flag of a calculation whose energy still changed. */
  public static final String MOVING = "scf_energy_moving";

  /**
   * Checks the limits.
   *
   * @throws InputException if one is not above 0 or the limit for a remark is the larger one
   */
  public ScfLimits {
    if (!(remarkEv > 0 && remarkEv <= mostEv && Double.isFinite(mostEv))) {
      throw new InputException(
          String.format(
              Locale.ROOT,
              "Cannot judge convergence: expected changes of the energy above 0 eV, the one for a"
                  + " remark not above the one for a reject, found %s and %s eV",
              remarkEv,
              mostEv));
    }
  }

  /**
   * Returns the remarks on an energy. There are none if its last change is small or not printed.
   *
   * @throws UnusableException UNCONVERGED if the last change is too large
   */
  public List<Remark> remarks(TotalEnergy energy) {
    Double change = energy.lastChangeEv();
    if (change == null || change <= remarkEv) {
      return List.of();
    }
    if (change > mostEv) {
      throw UnusableException.of(
          ImportCode.UNCONVERGED,
          String.format(
              Locale.ROOT,
              "a total energy that the last SCF step changes by at most %s eV",
              mostEv),
          String.format(Locale.ROOT, "a last change of %.4f eV (--max-scf-change)", change));
    }
    return List.of(
        new Remark(
            MOVING,
            String.format(
                Locale.ROOT,
                "the last SCF step changed the total energy by %.4f eV, which is above %s eV",
                change,
                remarkEv)));
  }
}
