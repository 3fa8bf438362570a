package io.github.epdi.grid;

import io.github.epdi.grid.text.HeaderLine;
import io.github.epdi.structure.Atom;
import io.github.epdi.structure.CrystalStructure;
import io.github.epdi.structure.Element;
import io.github.epdi.structure.Lattice;
import io.github.epdi.structure.RejectCode;
import io.github.epdi.structure.RejectException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Collects atoms while a reader goes through a header, and notes in the ledger what is wrong with
 * them.
 */
final class StructureBuilder {
  /** Largest number of atoms. A header that promises more is rejected at once. */
  static final int MOST_ATOMS = 100_000;

  /** Longest cell vector. In longer cells the search for neighbours would take too long. */
  private static final double LONGEST_VECTOR_ANGSTROM = 1000;

  /** Least distance between opposite faces. In thinner cells an atom has countless near copies. */
  private static final double THINNEST_ANGSTROM = 0.5;

  /**
   * Matches 0, and {@code X}, {@code Gh} and {@code Bq} with or without an element and a number.
   */
  private static final Pattern GHOST =
      Pattern.compile(
          "0+|X\\d*|(gh|bq|ghost)([-_:(]?[a-z]{0,2}\\d*\\)?)", Pattern.CASE_INSENSITIVE);

  private final RejectLedger rejects;
  private final List<Element> elements = new ArrayList<>();
  private final List<double[]> positions = new ArrayList<>();
  private boolean unknownElement;

  StructureBuilder(RejectLedger rejects) {
    this.rejects = rejects;
  }

  /**
   * Rejects a header that promises too many atoms.
   *
   * @throws RejectException TOO_LARGE beyond {@link #MOST_ATOMS}
   */
  static void checkCount(long atoms, HeaderLine line) {
    if (atoms > MOST_ATOMS) {
      throw new RejectException(
          RejectCode.TOO_LARGE,
          "Cannot read the atoms: expected at most "
              + MOST_ATOMS
              + ", found "
              + atoms
              + " "
              + line.where(),
          line.number());
    }
  }

  /** Adds an atom. An empty element is noted as UNKNOWN_ELEMENT. */
  void atom(Optional<Element> element, String name, double[] position, HeaderLine line) {
    if (element.isEmpty()) {
      unknownElement(name, line);
    }
    elements.add(element.orElse(null));
    positions.add(position);
  }

  /** Notes an UNKNOWN_ELEMENT with the name that the file gives. Only the first is noted. */
  void unknownElement(String name, HeaderLine line) {
    if (!unknownElement) {
      rejects.add(
          RejectCode.UNKNOWN_ELEMENT,
          "Cannot read the atoms: expected a chemical element, found \""
              + HeaderLine.printable(name)
              + "\""
              + (isGhost(name) ? ", a ghost or dummy atom, " : " ")
              + line.where(),
          line.number());
    }
    unknownElement = true;
  }

  /** Tells whether a name is one that programs give to ghost or dummy atoms. */
  private static boolean isGhost(String name) {
    return GHOST.matcher(name).matches();
  }

  /** Returns the number of atoms so far. */
  int count() {
    return positions.size();
  }

  /** Multiplies x, y and z of all positions so far by three factors. */
  StructureBuilder scaled(double[] factors) {
    positions.replaceAll(
        r -> new double[] {r[0] * factors[0], r[1] * factors[1], r[2] * factors[2]});
    return this;
  }

  /**
   * Returns the structure, taking positions as Cartesian in Angstrom. Returns null if the cell is
   * bad or an element is unknown.
   *
   * @param rows the three cell vectors, Angstrom
   */
  CrystalStructure cartesian(double[][] rows) {
    Lattice lattice = lattice(rows);
    if (lattice == null) {
      return null;
    }
    List<double[]> fractional =
        positions.stream().map(r -> lattice.fractional(r[0], r[1], r[2])).toList();
    return structure(lattice, fractional);
  }

  /**
   * Returns the structure, taking positions as fractions of the cell. Returns null if the cell is
   * bad or an element is unknown.
   *
   * @param rows the three cell vectors, Angstrom
   */
  CrystalStructure fractional(double[][] rows) {
    Lattice lattice = lattice(rows);
    return lattice == null ? null : structure(lattice, positions);
  }

  private Lattice lattice(double[][] rows) {
    try {
      for (double[] row : rows) {
        checkLength(Math.sqrt(row[0] * row[0] + row[1] * row[1] + row[2] * row[2]));
      }
      Lattice lattice = Lattice.of(rows);
      checkThickness(lattice);
      return lattice;
    } catch (RejectException e) {
      rejects.add(e);
      return null;
    }
  }

  private static void checkThickness(Lattice lattice) {
    for (int v = 0; v < 3; v++) {
      double[] face = Lattice.cross(lattice.vector((v + 1) % 3), lattice.vector((v + 2) % 3));
      double thickness = Math.abs(lattice.volume()) / Math.sqrt(Lattice.dot(face, face));
      if (!(thickness >= THINNEST_ANGSTROM)) {
        throw new RejectException(
            RejectCode.BAD_CELL,
            "Cannot use the cell: expected at least "
                + THINNEST_ANGSTROM
                + " Angstrom between opposite faces, found "
                + thickness);
      }
    }
  }

  private static void checkLength(double angstrom) {
    if (!(angstrom <= LONGEST_VECTOR_ANGSTROM)) {
      throw new RejectException(
          RejectCode.BAD_CELL,
          "Cannot use the cell: expected vectors of at most "
              + LONGEST_VECTOR_ANGSTROM
              + " Angstrom, found one of "
              + angstrom);
    }
  }

  private CrystalStructure structure(Lattice lattice, List<double[]> fractional) {
    if (unknownElement) {
      return null;
    }
    List<Atom> atoms = new ArrayList<>();
    for (int i = 0; i < elements.size(); i++) {
      double[] f = fractional.get(i);
      atoms.add(new Atom(elements.get(i), f[0], f[1], f[2]));
    }
    return new CrystalStructure(lattice, atoms);
  }
}
