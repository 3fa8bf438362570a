package io.github.epdi.dataset.vasp;

import io.github.epdi.dataset.calculation.EnergyKind;
import io.github.epdi.dataset.calculation.ImportCode;
import io.github.epdi.dataset.calculation.UnusableException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/**
 * What an OUTCAR says of its last ionic step and of how it was made.
 *
 * @param version of VASP: "6.3.2"
 * @param atoms number of ions
 * @param parameters those of {@link OutcarReader} that it states, by INCAR name
 * @param titles TITEL of the POTCAR, by element's symbol
 * @param potcarExchange LEXCH of the POTCAR: "PE"
 * @param mesh of k-points: "3x3x1"; null if it states none
 * @param electronicSteps of the last ionic step
 * @param milestones what was reached
 * @param energiesEv of the last ionic step
 * @param positions of the ions in the last ionic step, Angstrom
 * @param forces on them, eV/Angstrom
 * @param elapsedSeconds null if it ends before
 */
record Outcar(
    String version,
    int atoms,
    Map<String, String> parameters,
    SortedMap<String, String> titles,
    String potcarExchange,
    String mesh,
    int electronicSteps,
    Set<Milestone> milestones,
    Map<EnergyKind, Double> energiesEv,
    List<double[]> positions,
    List<double[]> forces,
    Double elapsedSeconds) {
  /** What a calculation comes to in the end. */
  enum Milestone {
    /** The last ionic step's electrons reached EDIFF. */
    ELECTRONS_CONVERGED,
    /** The ions reached EDIFFG. */
    IONS_CONVERGED,
    /** The program ended by itself. */
    FINISHED
  }

  /** Whether ions were to be moved to a minimum or along a band. */
  boolean relaxes() {
    return integer("NSW", 0) > 0 && integer("IBRION", -1) >= 0;
  }

  /** An integer parameter, or what it is if it is not stated. */
  int integer(String name, int otherwise) {
    String value = parameters.get(name);
    return value == null || !value.matches("-?\\d+") ? otherwise : Integer.parseInt(value);
  }

  /** Whether a logical parameter is set. */
  boolean isSet(String name) {
    String value = parameters.getOrDefault(name, "F");
    return value.replace(".", "").startsWith("T");
  }

  /**
   * Checks that it can be used.
   *
   * @throws UnusableException TRUNCATED or UNCONVERGED
   */
  void requireConverged() {
    if (!milestones.contains(Milestone.FINISHED) || energiesEv.isEmpty()) {
      throw UnusableException.of(
          ImportCode.TRUNCATED,
          "an OUTCAR to its timing (General timing and accounting)",
          "one that ends before: the run was killed, or goes on");
    }
    int most = integer("NELM", Integer.MAX_VALUE);
    if (!milestones.contains(Milestone.ELECTRONS_CONVERGED) || electronicSteps >= most) {
      throw UnusableException.of(
          ImportCode.UNCONVERGED,
          "electrons that reach EDIFF in the last ionic step",
          electronicSteps + " electronic steps with NELM = " + parameters.get("NELM"));
    }
    if (relaxes() && !milestones.contains(Milestone.IONS_CONVERGED)) {
      throw UnusableException.of(
          ImportCode.UNCONVERGED,
          "ions that reach EDIFFG (reached required accuracy)",
          "none after NSW = " + parameters.get("NSW") + ", IBRION = " + parameters.get("IBRION"));
    }
  }
}
