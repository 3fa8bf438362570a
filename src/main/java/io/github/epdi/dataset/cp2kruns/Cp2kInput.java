package io.github.epdi.dataset.cp2kruns;

import io.github.epdi.dataset.calculation.ImportCode;
import io.github.epdi.dataset.calculation.NumberedLines;
import io.github.epdi.dataset.calculation.RunTheory;
import io.github.epdi.dataset.calculation.UnusableException;
import io.github.epdi.structure.CrystalStructure;
import io.github.epdi.structure.Lattice;
import io.github.epdi.structure.RejectException;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * An input of CP2K, as far as it concerns cell, coordinates and level of theory.
 *
 * @param runType RUN_TYPE, such as "ENERGY_FORCE"
 * @param structure cell and atoms
 * @param labels names of the atoms
 * @param force the section FORCE_EVAL
 * @param kinds the sections KIND
 */
record Cp2kInput(
    String runType,
    CrystalStructure structure,
    List<String> labels,
    Cp2kSection force,
    Cp2kKinds kinds) {
  private static final Set<String> METHODS = Set.of("QS", "QUICKSTEP");

  Cp2kInput {
    labels = List.copyOf(labels);
  }

  /**
   * Reads an input that uses no preprocessor other than includes.
   *
   * @throws UnusableException UNSUPPORTED, MISSING_FILE or BAD_FILE
   */
  static Cp2kInput read(NumberedLines in, Cp2kFiles files) throws IOException {
    Cp2kSection root = Cp2kSection.of(Cp2kText.read(in, files));
    Cp2kSection force = force(root);
    Cp2kSection subsystem = force.section("SUBSYS");
    Cp2kKinds kinds = new Cp2kKinds(subsystem);
    try {
      Lattice lattice = Cp2kCell.read(subsystem.section("CELL"));
      Cp2kCoordinates coordinates = Cp2kCoordinates.read(subsystem, kinds, lattice, files);
      return new Cp2kInput(
          root.section("GLOBAL").word("RUN_TYPE", "ENERGY").toUpperCase(Locale.ROOT),
          new CrystalStructure(lattice, coordinates.atoms()),
          coordinates.labels(),
          force,
          kinds);
    } catch (RejectException e) {
      throw new UnusableException(ImportCode.BAD_FILE, e.getMessage());
    }
  }

  /**
   * Returns the only section FORCE_EVAL and checks that its method is density-functional theory.
   *
   * @throws UnusableException UNSUPPORTED if it is not
   */
  private static Cp2kSection force(Cp2kSection root) {
    if (root.sections("FORCE_EVAL").size() > 1) {
      throw UnusableException.of(
          ImportCode.UNSUPPORTED, "one section &FORCE_EVAL in the input", "several");
    }
    if (!root.sections("EXT_RESTART").isEmpty()) {
      throw UnusableException.of(
          ImportCode.UNSUPPORTED,
          "cell and coordinates in the input itself",
          "&EXT_RESTART, which takes them from another file");
    }
    Cp2kSection force = root.section("FORCE_EVAL");
    String method = force.word("METHOD", "QS").toUpperCase(Locale.ROOT);
    if (!METHODS.contains(method)) {
      throw UnusableException.of(ImportCode.UNSUPPORTED, "METHOD QS in &FORCE_EVAL", method);
    }
    return force;
  }

  /**
   * Returns the level of theory.
   *
   * @param version version of CP2K, which only the output states
   */
  RunTheory theory(String version) {
    return new Cp2kTheory(force, kinds).of(version, labels, structure.atoms());
  }
}
