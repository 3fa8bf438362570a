package io.github.epdi.dataset.calculation;

import io.github.epdi.structure.CrystalStructure;
import io.github.epdi.structure.Element;
import io.github.epdi.tables.dataset.SourceFileValue;
import java.util.List;

/**
 * One converged calculation, whatever program made it.
 *
 * @param uri its folder or output
 * @param structure cell and atoms, in the order of the file
 * @param energy total energy of its last geometry
 * @param forces forces on the atoms in the same order, x, y, z in eV/Angstrom; empty if none are
 *     printed
 * @param elapsedSeconds wall time in seconds; null where it is not printed
 * @param theory level of theory; null where the files do not show it
 * @param labelKind how the geometry was made
 * @param sources the files that were read
 * @param remarks what a user should know about it
 */
public record Calculation(
    String uri,
    CrystalStructure structure,
    TotalEnergy energy,
    List<double[]> forces,
    Double elapsedSeconds,
    RunTheory theory,
    String labelKind,
    List<SourceFileValue> sources,
    List<Remark> remarks) {
  public Calculation {
    forces = List.copyOf(forces);
    sources = List.copyOf(sources);
    remarks = List.copyOf(remarks);
  }

  /** Total energy, eV. */
  public double energyEv() {
    return energy.ev();
  }

  /** Returns the number of atoms of an element. */
  public int count(Element element) {
    return (int) structure.atoms().stream().filter(atom -> atom.element() == element).count();
  }
}
