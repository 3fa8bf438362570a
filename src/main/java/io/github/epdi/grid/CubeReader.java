package io.github.epdi.grid;

import io.github.epdi.grid.blocks.BlockReader;
import io.github.epdi.grid.blocks.GridLayout;
import io.github.epdi.grid.blocks.GridSource;
import io.github.epdi.grid.blocks.PlaneBlock;
import io.github.epdi.grid.blocks.PlaneSelection;
import io.github.epdi.grid.blocks.RepeatedEnds;
import io.github.epdi.grid.blocks.ValueOrder;
import io.github.epdi.grid.text.DecimalParser;
import io.github.epdi.grid.text.HeaderLine;
import io.github.epdi.grid.text.TextInput;
import io.github.epdi.grid.text.ValueReader;
import io.github.epdi.structure.CrystalStructure;
import io.github.epdi.structure.Element;
import io.github.epdi.structure.Reject;
import io.github.epdi.structure.RejectCode;
import io.github.epdi.structure.RejectException;
import io.github.epdi.structure.cell.CellCheck;
import java.io.IOException;
import java.util.List;

/**
 * Reads Gaussian cube files of CP2K, Quantum ESPRESSO, ABACUS and Gaussian.
 *
 * <p>The first column of an atom's line gives the element. The second, the charge, is ignored
 * because each writer puts something else there. The cell is taken as number of points times voxel,
 * which is wrong if the writer skipped points.
 */
final class CubeReader implements FormatReader {
  /** Bohr radius in Angstrom (CODATA 2018). */
  static final double BOHR_ANGSTROM = 0.529177210903;

  private static final String COUNT_AND_VECTOR = "an integer and three reals";

  @Override
  public boolean recognises(List<HeaderLine> lines) {
    return lines.size() >= 6
        && lines.subList(2, 6).stream().allMatch(l -> l.hasIntegers(0, 1) && l.hasReals(1, 3));
  }

  @Override
  public FileHeader header(GridSource source, ReadingRequest request, RejectLedger rejects)
      throws IOException {
    TextInput in = source.text();
    HeaderLine first = in.next("a title");
    HeaderLine second = in.next("a second title");
    String title = Titles.clean(first.text() + " " + second.text());
    HeaderLine counts = in.next("a number of atoms and an origin");
    long atoms = counts.integer(0, "a number of atoms");
    double[] origin = counts.reals3(1, "an origin");
    HeaderLine[] axes = new HeaderLine[3];
    long[] points = new long[3];
    for (int i = 0; i < 3; i++) {
      axes[i] = in.next(COUNT_AND_VECTOR);
      points[i] = axes[i].integer(0, COUNT_AND_VECTOR);
    }
    double unit = lengthUnit(points, axes[0]);
    GridLayout layout =
        GridLayout.of(absolute(points), ValueOrder.C_FASTEST, request.limits(), axes[2]);
    StructureBuilder.checkCount(Math.abs(atoms), counts);
    StructureBuilder structure = new StructureBuilder(rejects);
    readAtoms(in, Math.abs(atoms), unit, structure);
    refuseSeveralValues(in, atoms < 0, counts);
    double[][] rows = new double[3][];
    for (int i = 0; i < 3; i++) {
      rows[i] = scaled(axes[i].reals3(1, COUNT_AND_VECTOR), unit * Math.abs(points[i]));
    }
    CrystalStructure found = structure.cartesian(rows);
    if (Titles.areOfDensity(first.text(), second.text())) {
      rejects.add(
          RejectCode.NOT_A_POTENTIAL,
          "Cannot use the values: expected a potential, found the title \""
              + HeaderLine.printable(title)
              + "\" "
              + second.where(),
          second.number());
    }
    Reject tooLong = excess(found);
    boolean possible = tooLong != null && mayRepeatEnds(layout);
    CrystalStructure without = possible ? structure.cartesian(withoutEnds(rows, layout)) : null;
    boolean repeated = without != null && excess(without) == null;
    CrystalStructure cell = repeated ? without : found;
    FileHeader header =
        FileHeader.of(
            GridFormat.CUBE, title, layout, cell, structure.count(), Titles.unit(title), List.of());
    FileHeader placed =
        cell == null ? header : header.from(GridOrigin.at(cell.lattice(), scaled(origin, unit)));
    return repeated ? placed.repeated(tooLong) : placed;
  }

  /** Tells whether each axis has enough points to drop its last one. */
  private static boolean mayRepeatEnds(GridLayout layout) {
    return Math.min(layout.nx(), Math.min(layout.ny(), layout.nz())) > 2;
  }

  /**
   * Returns what is wrong with a cell of points times voxel. Returns null if nothing is wrong or
   * the cell is unknown.
   */
  private static Reject excess(CrystalStructure structure) {
    try {
      if (structure != null) {
        CellCheck.of(structure);
      }
      return null;
    } catch (RejectException e) {
      return e.reject();
    }
  }

  /** Returns the cell vectors that remain when the last point of each axis is dropped. */
  private static double[][] withoutEnds(double[][] rows, GridLayout layout) {
    int[] points = {layout.nx(), layout.ny(), layout.nz()};
    double[][] shorter = new double[3][3];
    for (int v = 0; v < 3; v++) {
      for (int x = 0; x < 3; x++) {
        shorter[v][x] = rows[v][x] * (points[v] - 1) / points[v];
      }
    }
    return shorter;
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
    boolean repeated = header.unlessRepeated() != null;
    RepeatedEnds ends = new RepeatedEnds(values, header.layout(), selection);
    PlaneBlock block =
        repeated ? ends.read() : new BlockReader(values, header.layout(), selection).read();
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
    if (repeated && !ends.areRepeated()) {
      Reject tooLong = header.unlessRepeated();
      rejects.add(tooLong.code(), tooLong.message(), tooLong.line());
    }
    return new FileValues(block, null, 1, repeated ? List.of("repeated_ends_dropped") : List.of());
  }

  /**
   * Returns Angstrom per unit of length: positive numbers of points mean bohr, negative ones
   * Angstrom.
   */
  private static double lengthUnit(long[] points, HeaderLine line) {
    boolean bohr = points[0] > 0;
    for (long n : points) {
      if (n > 0 != bohr) {
        throw line.unexpected("numbers of points of one sign (positive: bohr, negative: Angstrom)");
      }
    }
    return bohr ? BOHR_ANGSTROM : 1;
  }

  private static void readAtoms(TextInput in, long count, double unit, StructureBuilder structure)
      throws IOException {
    for (long i = 1; i <= count; i++) {
      String expected = "number, charge and position of atom " + i + " of " + count;
      HeaderLine line = in.next(expected);
      long number = line.integer(0, expected);
      if (!line.hasReals(1, 4)) {
        throw line.unexpected(expected);
      }
      structure.atom(
          Element.ofNumber((int) Math.max(-1, Math.min(number, 1000))),
          line.words().get(0),
          scaled(line.reals3(2, expected), unit),
          line);
    }
  }

  /**
   * Makes sure that the file has one value at each point. A negative number of atoms announces a
   * line with the number of orbitals and their ids, and a fifth number on the line of atoms tells
   * the values at each point. Several values would be interleaved, and the file does not say which
   * is the potential.
   */
  private static void refuseSeveralValues(TextInput in, boolean orbitals, HeaderLine counts)
      throws IOException {
    String expected = "one value at each point";
    if (counts.size() > 4 && counts.hasIntegers(4, 1) && counts.integer(4, expected) != 1) {
      throw counts.unexpected(expected);
    }
    if (orbitals) {
      HeaderLine ids = in.next("a number of orbitals and their ids");
      if (ids.integer(0, "a number of orbitals and their ids") != 1 || ids.size() != 2) {
        throw ids.unexpected(expected + " (one orbital and its id)");
      }
    }
  }

  private static long[] absolute(long[] points) {
    return new long[] {Math.abs(points[0]), Math.abs(points[1]), Math.abs(points[2])};
  }

  private static double[] scaled(double[] r, double factor) {
    return new double[] {r[0] * factor, r[1] * factor, r[2] * factor};
  }
}
