package io.github.epdi.grid;

import io.github.epdi.grid.text.HeaderLine;
import io.github.epdi.grid.text.XsfLines;
import io.github.epdi.structure.CrystalStructure;
import io.github.epdi.structure.Element;
import io.github.epdi.structure.RejectCode;
import java.io.IOException;
import java.util.Optional;

/** Reads the structure part of an XSF file, up to its first three-dimensional data grid. */
final class XsfStructure {
  private static final double CELL_TOLERANCE_ANGSTROM = 0.01;

  private final XsfLines lines;
  private final RejectLedger rejects;
  private final StructureBuilder atoms;
  private double[][] primitive;
  private HeaderLine primitiveLine;

  XsfStructure(XsfLines lines, RejectLedger rejects) {
    this.lines = lines;
    this.rejects = rejects;
    this.atoms = new StructureBuilder(rejects);
  }

  /**
   * Reads up to the numbers of points of the data grid. Returns the first comment and the titles.
   */
  String readToDataGrid() throws IOException {
    String expected = "a keyword of XSF before a 3D data grid";
    while (true) {
      HeaderLine line = lines.next(expected);
      switch (XsfLines.keyword(line)) {
        case "CRYSTAL", "SLAB", "POLYMER", "MOLECULE" -> {}
        case "DIM-GROUP" -> lines.next("a dimension and a group");
        case "PRIMVEC" -> {
          primitiveLine = line;
          primitive = lines.vectors();
        }
        case "CONVVEC" -> lines.vectors();
        case "PRIMCOORD" -> readCounted(true);
        case "CONVCOORD" -> readCounted(false);
        case "ATOMS" -> readUncounted();
        case "BEGIN_INFO" -> passInfo();
        case "BEGIN_BLOCK_DATAGRID_3D", "BEGIN_BLOCK_DATAGRID3D" -> {
          return readTitles();
        }
        default -> throw line.unexpected(expected);
      }
    }
  }

  /** Tells whether the file states the cell itself, and not only the vectors of the data grid. */
  boolean statesCell() {
    return primitive != null;
  }

  /** Returns the number of atoms. */
  int count() {
    return atoms.count();
  }

  /**
   * Returns the structure in the cell of the data grid, or null if there is none. Notes a
   * CELL_MISMATCH if PRIMVEC is another cell.
   *
   * @param rows the three vectors of the data grid, Angstrom
   */
  CrystalStructure at(double[][] rows) {
    CrystalStructure found = atoms.cartesian(rows);
    if (primitive != null && found != null && !close(primitive, rows)) {
      rejects.add(
          RejectCode.CELL_MISMATCH,
          "Cannot use the cell: expected the vectors of the data grid to be those of PRIMVEC"
              + " (line "
              + primitiveLine.number()
              + "), found a difference of more than "
              + CELL_TOLERANCE_ANGSTROM
              + " Angstrom",
          primitiveLine.number());
    }
    return found;
  }

  private void readCounted(boolean kept) throws IOException {
    HeaderLine count = lines.next("a number of atoms");
    long n = count.integer(0, "a number of atoms");
    StructureBuilder.checkCount(n, count);
    for (long i = 1; i <= n; i++) {
      String expected = "element and position of atom " + i + " of " + n;
      HeaderLine line = lines.next(expected);
      double[] position = line.reals3(1, expected);
      if (kept) {
        atoms.atom(element(line), line.words().get(0), position, line);
      }
    }
  }

  private void readUncounted() throws IOException {
    HeaderLine line = lines.next("an atom");
    for (long n = 1; line.hasReals(1, 3); n++) {
      StructureBuilder.checkCount(n, line);
      atoms.atom(element(line), line.words().get(0), line.reals3(1, "a position"), line);
      line = lines.next("an atom or a keyword");
    }
    lines.hold(line);
  }

  private void passInfo() throws IOException {
    for (int i = 0; i < StructureBuilder.MOST_ATOMS; i++) {
      if (XsfLines.keyword(lines.next("END_INFO")).equals("END_INFO")) {
        return;
      }
    }
  }

  private String readTitles() throws IOException {
    HeaderLine line = lines.next("a title of the data grids");
    String title = lines.firstComment() + " " + line.text();
    if (!startsGrid(line)) {
      line = lines.next("BEGIN_DATAGRID_3D");
      title += " " + line.text();
    }
    if (!startsGrid(line)) {
      throw line.unexpected("BEGIN_DATAGRID_3D");
    }
    return title;
  }

  private static boolean startsGrid(HeaderLine line) {
    String word = XsfLines.keyword(line);
    return word.matches("(BEGIN_)?DATAGRID_?3D.*");
  }

  private static Optional<Element> element(HeaderLine line) {
    if (!line.hasIntegers(0, 1)) {
      return Element.ofSymbol(line.words().get(0));
    }
    long number = line.integer(0, "an atomic number");
    return Element.ofNumber((int) Math.max(-1, Math.min(number, 1000)));
  }

  private static boolean close(double[][] p, double[][] q) {
    for (int i = 0; i < 3; i++) {
      for (int x = 0; x < 3; x++) {
        if (Math.abs(p[i][x] - q[i][x]) > CELL_TOLERANCE_ANGSTROM) {
          return false;
        }
      }
    }
    return true;
  }
}
