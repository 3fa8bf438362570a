package io.github.epdi.dataset.vasp;

import io.github.epdi.dataset.calculation.EnergyKind;
import io.github.epdi.dataset.calculation.ImportCode;
import io.github.epdi.dataset.calculation.Remark;
import io.github.epdi.dataset.calculation.UnusableException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What VASP says of a calculation's last step and of how it was made, be it in an OUTCAR, a
 * vasprun.xml or a vaspout.h5.
 *
 * @param file "OUTCAR", "vasprun.xml", "vaspout.h5"
 * @param version of VASP: "6.3.2"
 * @param atoms number of ions
 * @param parameters those that the readers know, by INCAR name
 * @param species the POTCARs in their order; empty if it does not state them
 * @param potcarExchange LEXCH of the POTCAR: "PE"
 * @param mesh of k-points: "3x3x1"; null if it states none
 * @param milestones what was reached
 * @param last the last ionic step whose electrons were calculated
 * @param forceField what a machine-learned force field did
 * @param elapsedSeconds null if it ends before
 * @param remarks what a user should know of it
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
  /** What a calculation comes to in the end. */
  enum Milestone {
    /** The last ionic step's electrons reached EDIFF. */
    ELECTRONS_CONVERGED,
    /** The ions reached EDIFFG. */
    IONS_CONVERGED,
    /** The program ended by itself. */
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

  /** The same with the POTCARs that another file names. */
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
      return; // there are no electrons to converge: ForceFieldSteps says what is wrong
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
