package io.github.epdi.dataset.vaspruns;

import io.github.epdi.dataset.calculation.CellDistance;
import java.util.List;
import java.util.Map;

/**
 * Decides by EDIFFG, as VASP does, whether the ions came to rest. Outputs other than OUTCAR do not
 * say it in words.
 *
 * @param steps number of ionic steps
 * @param changeEv change of the free energy in the last of them, eV; NaN if it is the only one
 * @param forces forces on the ions in the last of them, eV/Angstrom
 * @param free directions along which each ion may move; empty if all ions may move along all
 */
record IonicCriterion(int steps, double changeEv, List<double[]> forces, List<boolean[]> free) {
  private static final double EDIFF_EV = 1e-4;

  /** Tells whether EDIFFG was reached in fewer than NSW steps. */
  boolean isMet(Map<String, String> parameters) {
    double criterion = number(parameters, "EDIFFG", 10 * number(parameters, "EDIFF", EDIFF_EV));
    boolean still = criterion < 0 ? largestForce() <= -criterion : changeEv <= criterion;
    return steps < number(parameters, "NSW", 0) && still;
  }

  /**
   * Returns the largest force on an ion that may move, along the directions in which it may,
   * eV/Angstrom.
   */
  private double largestForce() {
    double largest = forces.isEmpty() ? Double.NaN : 0;
    for (int i = 0; i < forces.size(); i++) {
      double[] force = forces.get(i).clone();
      for (int x = 0; x < 3 && i < free.size(); x++) {
        force[x] = free.get(i)[x] ? force[x] : 0;
      }
      largest = Math.max(largest, CellDistance.length(force));
    }
    return largest;
  }

  /** Returns the value of a numerical parameter, or another one if it is not stated. */
  static double number(Map<String, String> parameters, String name, double otherwise) {
    String text = parameters.getOrDefault(name, "");
    return text.matches("[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[EeDd][-+]?\\d+)?")
        ? Double.parseDouble(text.replaceAll("[dD]", "E"))
        : otherwise;
  }
}
