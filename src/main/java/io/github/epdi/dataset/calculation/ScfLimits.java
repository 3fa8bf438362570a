package io.github.epdi.dataset.calculation;

import io.github.epdi.structure.InputException;
import java.util.List;
import java.util.Locale;

/**
 * How far a total energy may still move in the last step of a self-consistent field. A program's
 * own word "converged" rests on a residual, and the energy may move by tenths of an eV while that
 * is small.
 *
 * @param remarkEv a larger change is remarked, eV
 * @param mostEv a larger change makes a calculation unconverged, eV
 */
public record ScfLimits(double remarkEv, double mostEv) {
  /** A remark above 2 meV, no label above 50 meV. */
  public static final ScfLimits DEFAULT = new ScfLimits(0.002, 0.05);

  /** The flag of a calculation whose energy still moved. */
  public static final String MOVING = "scf_energy_moving";

  /** Checks that both are changes and that a remark comes before a reject. */
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
   * The remarks that an energy deserves; none if its last change is small, or not printed.
   *
   * @throws UnusableException UNCONVERGED
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
