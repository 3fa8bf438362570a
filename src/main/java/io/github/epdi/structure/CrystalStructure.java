package io.github.epdi.structure;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * A periodic structure as a file gives it: cell and atoms, in the file's order of atoms.
 *
 * @param lattice the cell
 * @param atoms all atoms, fractional, from the origin that the file counts positions from
 */
public record CrystalStructure(Lattice lattice, List<Atom> atoms) {
  /** Copies the list of atoms. */
  public CrystalStructure {
    atoms = List.copyOf(atoms);
  }

  /** How many atoms of each element there are. */
  public ElementCounts elementCounts() {
    return ElementCounts.of(atoms);
  }

  /** Cartesian position of each atom (x, y, z; Angstrom) in the file's order, not wrapped. */
  public List<double[]> cartesianPositions() {
    return atoms.stream().map(atom -> lattice.cartesian(atom.fa(), atom.fb(), atom.fc())).toList();
  }

  /** Formula with counts, metals first, then by symbol: "Mo8TiS18". */
  public String formula() {
    Comparator<Element> metalsFirst = Comparator.comparing(element -> !element.isMetal());
    TreeMap<Element, Integer> counts = new TreeMap<>(metalsFirst.thenComparing(Element::symbol));
    atoms.forEach(atom -> counts.merge(atom.element(), 1, Integer::sum));
    StringBuilder formula = new StringBuilder();
    counts.forEach((element, n) -> formula.append(element.symbol()).append(n == 1 ? "" : n));
    return formula.toString();
  }
}
