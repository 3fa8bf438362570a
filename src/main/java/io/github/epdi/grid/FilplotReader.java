package io.github.epdi.grid;

import io.github.epdi.grid.blocks.BlockReader;
import io.github.epdi.grid.blocks.GridLayout;
import io.github.epdi.grid.blocks.GridSource;
import io.github.epdi.grid.blocks.PlaneBlock;
import io.github.epdi.grid.blocks.PlaneSelection;
import io.github.epdi.grid.blocks.PlaneStatistics;
import io.github.epdi.grid.blocks.ValueOrder;
import io.github.epdi.grid.text.DecimalParser;
import io.github.epdi.grid.text.HeaderLine;
import io.github.epdi.grid.text.TextInput;
import io.github.epdi.grid.text.ValueReader;
import io.github.epdi.structure.BravaisLattice;
import io.github.epdi.structure.CrystalStructure;
import io.github.epdi.structure.Element;
import io.github.epdi.structure.RejectCode;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads the intermediate file of Quantum ESPRESSO's pp.x, which its input names with {@code
 * filplot}. The header gives the title, the points (allocated and used), the Bravais lattice, the
 * cut-offs with {@code plot_num}, the species, and the atoms in units of the lattice parameter. The
 * values follow, in Rydberg, with a running fastest.
 *
 * <p>Only {@code plot_num = 11}, the bare and Hartree potential, is accepted.
 */
final class FilplotReader implements FormatReader {
  private static final int POTENTIAL = 11;
  private static final String POINTS = "nr1x nr2x nr3x nr1 nr2 nr3 nat ntyp";
  private static final String LATTICE = "ibrav and six celldm";
  private static final String CUTOFFS = "gcutm, dual, ecut and plot_num";

  @Override
  public boolean recognises(List<HeaderLine> lines) {
    return lines.size() >= 4
        && lines.get(1).size() == 8
        && lines.get(1).hasIntegers(0, 8)
        && lines.get(2).size() == 7
        && lines.get(2).hasIntegers(0, 1)
        && lines.get(2).hasReals(1, 6);
  }

  @Override
  public FileHeader header(GridSource source, ReadingRequest request, RejectLedger rejects)
      throws IOException {
    TextInput in = source.text();
    String title = Titles.clean(in.next("a title").text());
    HeaderLine counts = in.next(POINTS);
    long[] n = new long[8];
    for (int i = 0; i < n.length; i++) {
      n[i] = counts.integer(i, POINTS);
    }
    if (n[0] < n[3] || n[1] < n[4] || n[2] < n[5] || n[6] < 1 || n[7] < 1) {
      throw counts.unexpected(POINTS + ", of which no more points are used than allocated");
    }
    StructureBuilder.checkCount(Math.max(n[6], n[7]), counts);
    long[] allocated = {n[0], n[1], n[2]};
    GridLayout.of(new long[] {n[3], n[4], n[5]}, ValueOrder.A_FASTEST, request.limits(), counts);
    GridLayout layout = GridLayout.of(allocated, ValueOrder.A_FASTEST, request.limits(), counts);
    HeaderLine lattice = in.next(LATTICE);
    double a = parameterAngstrom(lattice);
    double[][] rows = cell(in, lattice, a);
    checkQuantity(in.next(CUTOFFS), rejects);
    StructureBuilder atoms = new StructureBuilder(rejects);
    readAtoms(in, (int) n[6], readSpecies(in, (int) n[7]), a, atoms);
    CrystalStructure structure = null;
    if (isFinite(rows) && a > 0) {
      structure = atoms.cartesian(rows);
    } else {
      rejects.add(
          RejectCode.BAD_CELL,
          "Cannot use the cell: expected ibrav and celldm that make a cell, found \""
              + HeaderLine.printable(lattice.text())
              + "\" "
              + lattice.where(),
          lattice.number());
    }
    GridHeader used = new GridHeader(GridFormat.FILPLOT, title, (int) n[3], (int) n[4], (int) n[5]);
    return new FileHeader(
        used,
        layout,
        structure,
        EnergyUnit.RYDBERG,
        true,
        GridOrigin.CORNER,
        null,
        atoms.count(),
        List.of(),
        null);
  }

  private static double parameterAngstrom(HeaderLine lattice) {
    if (!lattice.hasReals(1, 6)) {
      throw lattice.unexpected(LATTICE);
    }
    return HeaderLine.number(lattice.words().get(1)) * CubeReader.BOHR_ANGSTROM;
  }

  /**
   * Returns the three cell vectors in Angstrom. They follow from the kind of lattice, or for kind 0
   * from three more lines.
   */
  private static double[][] cell(TextInput in, HeaderLine lattice, double a) throws IOException {
    long kind = lattice.integer(0, LATTICE);
    double[] celldm = new double[6];
    for (int i = 0; i < celldm.length; i++) {
      celldm[i] = HeaderLine.number(lattice.words().get(i + 1));
    }
    double[][] rows =
        kind == 0
            ? new double[3][]
            : BravaisLattice.vectors((int) Math.max(-100, Math.min(kind, 100)), celldm);
    if (rows == null) {
      throw lattice.unexpected("ibrav 0 to 14, -3, -5, -9, 91 or -12 before six numbers");
    }
    for (int v = 0; v < 3; v++) {
      if (kind == 0) {
        rows[v] = in.next("a cell vector").reals3(0, "three components of a cell vector");
      }
      for (int x = 0; x < 3; x++) {
        rows[v][x] *= a;
      }
    }
    return rows;
  }

  private static boolean isFinite(double[][] rows) {
    return Arrays.stream(rows).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite);
  }

  private static void checkQuantity(HeaderLine line, RejectLedger rejects) {
    if (!line.hasReals(0, 3) || line.size() != 4) {
      throw line.unexpected(CUTOFFS);
    }
    long number = line.integer(3, CUTOFFS);
    if (number != POTENTIAL) {
      rejects.add(
          RejectCode.NOT_A_POTENTIAL,
          "Cannot use the values: expected the bare and Hartree potential (plot_num = 11), found"
              + " plot_num = "
              + number
              + (number == 1 ? ", the potential with exchange-correlation " : " ")
              + line.where(),
          line.number());
    }
  }

  private static HeaderLine[] readSpecies(TextInput in, int count) throws IOException {
    HeaderLine[] species = new HeaderLine[count];
    for (int i = 0; i < count; i++) {
      String expected = "number, symbol and valence of species " + (i + 1) + " of " + count;
      HeaderLine line = in.next(expected);
      if (line.size() < 2 || line.integer(0, expected) != i + 1) {
        throw line.unexpected(expected);
      }
      species[i] = line;
    }
    return species;
  }

  private static void readAtoms(
      TextInput in, int count, HeaderLine[] species, double a, StructureBuilder atoms)
      throws IOException {
    for (int i = 0; i < count; i++) {
      String expected = "number, position and species of atom " + (i + 1) + " of " + count;
      HeaderLine line = in.next(expected);
      double[] r = line.reals3(1, expected);
      long type = line.integer(4, expected);
      if (type < 1 || type > species.length || line.integer(0, expected) != i + 1) {
        throw line.unexpected(expected);
      }
      HeaderLine named = species[(int) type - 1];
      String name = named.words().get(1);
      atoms.atom(element(name), name, new double[] {r[0] * a, r[1] * a, r[2] * a}, named);
    }
  }

  /** Finds the element of a label such as {@code Mo}, {@code Mo1} or {@code Fe_u}. */
  private static Optional<Element> element(String label) {
    return Element.ofSymbol(label.replaceFirst("^([A-Z][a-z]?)(?:[0-9_-].*)?$", "$1"));
  }

  @Override
  public FileValues values(
      GridSource source,
      FileHeader header,
      PlaneSelection selection,
      ReadingRequest request,
      RejectLedger rejects)
      throws IOException {
    TextInput in = source.text();
    ValueReader values = new ValueReader(in, new DecimalParser());
    in.allow(header.layout().mostBytes(request.limits()));
    PlaneBlock block = used(values, header, selection);
    passUnused(values, header);
    if (values.badNumber() != null) {
      throw values.badNumber();
    }
    if (!values.atEnd()) {
      rejects.add(
          RejectCode.BAD_NUMBER,
          "Cannot read the values: expected the end of the file after "
              + header.layout().points()
              + ", found more (line "
              + in.line
              + ")",
          in.line);
    }
    return new FileValues(block, null, 1, List.of());
  }

  /**
   * Skips planes that were allocated but not used. Newer versions of pp.x write them, older ones do
   * not.
   */
  private static void passUnused(ValueReader values, FileHeader header) throws IOException {
    GridLayout all = header.layout();
    int unused = all.nz() - header.header().nz();
    if (unused > 0 && !values.atEnd()) {
      double[] row = new double[all.nx()];
      for (long n = 0; n < (long) unused * all.ny(); n++) {
        values.read(row, all.nx());
      }
    }
  }

  private static PlaneBlock used(ValueReader values, FileHeader header, PlaneSelection selection)
      throws IOException {
    GridLayout all = header.layout();
    int nx = header.header().nx();
    int ny = header.header().ny();
    int nz = header.header().nz();
    if (nx == all.nx() && ny == all.ny() && nz == all.nz()) {
      return new BlockReader(values, all, selection).read();
    }
    double[][] planes = new double[nz][];
    PlaneStatistics statistics = new PlaneStatistics(nz);
    double[] row = new double[all.nx()];
    for (int k = 0; k < nz; k++) {
      planes[k] = selection.keeps(k, nz) ? new double[nx * ny] : null;
      for (int j = 0; j < all.ny(); j++) {
        values.read(row, all.nx());
        if (j < ny) {
          statistics.addRow(k, row, 0, nx);
          if (planes[k] != null) {
            System.arraycopy(row, 0, planes[k], j * nx, nx);
          }
        }
      }
    }
    return new PlaneBlock(nx, ny, planes, statistics);
  }
}
