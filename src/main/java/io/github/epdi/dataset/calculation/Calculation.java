package io.github.epdi.dataset.calculation;

import io.github.epdi.structure.CrystalStructure;
import io.github.epdi.structure.Element;
import io.github.epdi.tables.dataset.SourceFileValue;
import java.util.List;

/**
 * One converged calculation, whatever program made it.
 *
 * @param uri its folder or output
 * @param structure cell and atoms, in the file's order
 * @param energy total energy of its last geometry
 * @param forces on the atoms in the same order, x, y, z in eV/Angstrom; empty if none are printed
 * @param elapsedSeconds wall time; null where it is not printed
 * @param theory level of theory; null where it cannot be seen
 * @param labelKind how the geometry was made
 * @param sources its files
 * @param remarks what a user should know of it
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

  /** Its total energy, eV. */
  public double energyEv() {
    return energy.ev();
  }

  /** How many atoms of an element it has. */
  public int count(Element element) {
    return (int) structure.atoms().stream().filter(atom -> atom.element() == element).count();
  }
}
