package io.github.epdi.dataset.vasp;

import io.github.epdi.dataset.calculation.CellDistance;
import java.util.List;
import java.util.Map;

/**
 * Whether ions came to rest, judged by EDIFFG as VASP does: an OUTCAR says it in words, the other
 * outputs do not.
 *
 * @param steps number of ionic steps
 * @param changeEv by how much the last of them changed the free energy; NaN if there is none before
 * @param forces on the ions in the last of them, eV/Angstrom
 * @param free along which directions each ion may move; empty if along all
 */
record IonicCriterion(int steps, double changeEv, List<double[]> forces, List<boolean[]> free) {
  private static final double EDIFF_EV = 1e-4;

  /** Whether EDIFFG was reached before NSW steps were done. */
  boolean isMet(Map<String, String> parameters) {
    double criterion = number(parameters, "EDIFFG", 10 * number(parameters, "EDIFF", EDIFF_EV));
    boolean still = criterion < 0 ? largestForce() <= -criterion : changeEv <= criterion;
    return steps < number(parameters, "NSW", 0) && still;
  }

  /** The largest force on an ion that may move, along the directions in which it may. */
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

  /** A parameter that is a number, or what it is if it is not stated. */
  static double number(Map<String, String> parameters, String name, double otherwise) {
    String text = parameters.getOrDefault(name, "");
    return text.matches("[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[EeDd][-+]?\\d+)?")
        ? Double.parseDouble(text.replaceAll("[dD]", "E"))
        : otherwise;
  }
}
