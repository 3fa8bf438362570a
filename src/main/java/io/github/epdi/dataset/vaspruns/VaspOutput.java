package io.github.epdi.dataset.vaspruns;

import io.github.epdi.dataset.calculation.EnergyKind;
import io.github.epdi.dataset.calculation.ImportCode;
import io.github.epdi.dataset.calculation.Remark;
import io.github.epdi.dataset.calculation.UnusableException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The contents of an OUTCAR, a vasprun.xml or a vaspout.h5: the last step of a calculation and how
 * it was made.
 *
 * @param file "OUTCAR", "vasprun.xml" or "vaspout.h5"
 * @param version version of VASP, such as "6.3.2"
 * @param atoms number of ions
 * @param parameters the parameters that the readers know, by INCAR name
 * @param species the POTCARs in their order; empty if the file does not state them
 * @param potcarExchange LEXCH of the POTCAR, such as "PE"
 * @param mesh mesh of k-points, such as "3x3x1"; null if none is stated
 * @param milestones what the calculation reached
 * @param last the last ionic step whose electrons were calculated
 * @param forceField what a machine-learned force field did
 * @param elapsedSeconds wall time in seconds; null if it is not stated
 * @param remarks what a user should know about the output
 */
record VaspOutput(
    String file,
    String version,
    int atoms,
    Map<String, String> parameters,
    List<PotcarSpecies> species,
    String potcarExchange,
    String mesh,
    Set<Milestone> milestones,
    VaspStep last,
    ForceFieldSteps forceField,
    Double elapsedSeconds,
    List<Remark> remarks) {
  /** What a calculation may reach. */
  enum Milestone {
    /** The electrons of the last ionic step reached EDIFF. */
    ELECTRONS_CONVERGED,
    /** The ions reached EDIFFG. */
    IONS_CONVERGED,
    /** The program ended normally. */
    FINISHED
  }

  /** Copies the collections. */
  VaspOutput {
    parameters = Map.copyOf(parameters);
    species = List.copyOf(species);
    milestones = Set.copyOf(milestones);
    remarks = List.copyOf(remarks);
  }

  Map<EnergyKind, Double> energiesEv() {
    return last.energiesEv();
  }

  List<double[]> positions() {
    return last.positions();
  }

  List<double[]> forces() {
    return last.forces();
  }

  int electronicSteps() {
    return last.electronicSteps();
  }

  /** Returns this output with the POTCARs that another file names. */
  VaspOutput with(List<PotcarSpecies> stated) {
    return new VaspOutput(
        file,
        version,
        atoms,
        parameters,
        stated,
        potcarExchange,
        mesh,
        milestones,
        last,
        forceField,
        elapsedSeconds,
        remarks);
  }

  /** Tells whether ions were moved to a minimum or along a band. */
  boolean relaxes() {
    return integer("NSW", 0) > 0 && integer("IBRION", -1) >= 0;
  }

  /**
   * Returns the value of an integer parameter, or another one if it is not stated.
   *
   * @throws UnusableException BAD_FILE if it has more digits than any such parameter of VASP
   */
  int integer(String name, int otherwise) {
    String value = parameters.get(name);
    if (value == null || !value.matches("-?\\d+")) {
      return otherwise;
    }
    if (!value.matches("-?\\d{1,9}")) {
      throw UnusableException.of(
          ImportCode.BAD_FILE, "an integer of at most nine digits for " + name, value);
    }
    return Integer.parseInt(value);
  }

  /** Tells whether a logical parameter is true. */
  boolean isSet(String name) {
    String value = parameters.getOrDefault(name, "F");
    return value.replace(".", "").startsWith("T");
  }

  /**
   * Checks that the calculation ended and converged.
   *
   * @throws UnusableException TRUNCATED or UNCONVERGED
   */
  void requireConverged() {
    if (!milestones.contains(Milestone.FINISHED)
        || (energiesEv().isEmpty() && !forceField.used())) {
      throw UnusableException.of(
          ImportCode.TRUNCATED,
          file.equals(VaspRuns.OUTCAR)
              ? "an OUTCAR to its timing (General timing and accounting)"
              : "a whole " + file,
          "one that ends before: the run was killed, or goes on");
    }
    if (energiesEv().isEmpty()) {
      return; // no electrons to converge: ForceFieldSteps tells what is wrong
    }
    int most = integer("NELM", Integer.MAX_VALUE);
    if (!milestones.contains(Milestone.ELECTRONS_CONVERGED) || electronicSteps() >= most) {
      throw UnusableException.of(
          ImportCode.UNCONVERGED,
          "electrons that reach EDIFF in the last ionic step",
          electronicSteps() + " electronic steps with NELM = " + parameters.get("NELM"));
    }
    if (relaxes() && !milestones.contains(Milestone.IONS_CONVERGED)) {
      throw UnusableException.of(
          ImportCode.UNCONVERGED,
          "ions that reach EDIFFG (reached required accuracy)",
          "none after NSW = " + parameters.get("NSW") + ", IBRION = " + parameters.get("IBRION"));
    }
  }
}
