package io.github.epdi.grid;

import io.github.epdi.grid.blocks.GridLayout;
import io.github.epdi.grid.blocks.GridSource;
import io.github.epdi.grid.blocks.PlaneBlock;
import io.github.epdi.grid.blocks.PlaneSelection;
import io.github.epdi.grid.blocks.SummedPlanes;
import io.github.epdi.grid.blocks.ValueOrder;
import io.github.epdi.grid.hdf5.DamagedHdf5Exception;
import io.github.epdi.grid.hdf5.StoredHdf5;
import io.github.epdi.grid.hdf5.VaspPositions;
import io.github.epdi.grid.hdf5.VaspPotential;
import io.github.epdi.grid.text.HeaderLine;
import io.github.epdi.structure.CrystalStructure;
import io.github.epdi.structure.RejectCode;
import io.github.epdi.structure.RejectException;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Reads VASP's vaspout.h5 and vaspwave.h5. The potential is the sum of {@code hartree} and {@code
 * ionic}, which {@code WRT_POTENTIAL} writes and whose names say that exchange-correlation is not
 * included. Planes can be found in the file, so only the needed ones are read.
 */
final class VaspoutReader implements FormatReader {
  private static final int LONGEST_MESSAGE = 300;

  /** Returns false because an HDF5 file is no text. It is recognised by its signature. */
  @Override
  public boolean recognises(List<HeaderLine> lines) {
    return false;
  }

  @Override
  public FileHeader header(GridSource source, ReadingRequest request, RejectLedger rejects)
      throws IOException {
    try {
      StoredHdf5 file = StoredHdf5.open(source.stored());
      VaspPotential potential = potential(file, request);
      potential.check();
      GridLayout layout = layout(file, potential, request);
      VaspPositions positions = VaspPositions.of(file);
      StructureBuilder atoms = new StructureBuilder(rejects);
      CrystalStructure structure = structure(positions, atoms, rejects);
      return FileHeader.of(
              GridFormat.VASPOUT,
              Titles.clean(positions.title()),
              layout,
              structure,
              atoms.count(),
              EnergyUnit.EV,
              List.of())
          .stating(potential.withXc());
    } catch (DamagedHdf5Exception e) {
      throw new RejectException(
          RejectCode.BAD_HEADER,
          "Cannot read the header: " + HeaderLine.printable(e.getMessage(), LONGEST_MESSAGE));
    }
  }

  @Override
  public FileValues values(
      GridSource source,
      FileHeader header,
      PlaneSelection selection,
      ReadingRequest request,
      RejectLedger rejects)
      throws IOException {
    int nz = header.layout().nz();
    return read(source, header, selection, request, IntStream.range(0, nz).toArray());
  }

  @Override
  public boolean readsPlanes(GridSource source, ReadingRequest request) {
    return true;
  }

  @Override
  public FileValues planes(
      GridSource source,
      FileHeader header,
      PlaneSelection selection,
      ReadingRequest request,
      RejectLedger rejects)
      throws IOException {
    int nz = header.layout().nz();
    int[] needed = IntStream.range(0, nz).filter(k -> selection.needs(k, nz)).toArray();
    return read(source, header, selection, request, needed);
  }

  private static FileValues read(
      GridSource source,
      FileHeader header,
      PlaneSelection selection,
      ReadingRequest request,
      int[] planes)
      throws IOException {
    try {
      VaspPotential potential = potential(StoredHdf5.open(source.stored()), request);
      PlaneBlock block =
          new SummedPlanes(potential.parts(), header.layout(), selection).read(planes);
      return new FileValues(block, null, potential.components(), List.of());
    } catch (DamagedHdf5Exception | EOFException e) {
      throw new RejectException(
          RejectCode.TRUNCATED,
          "Cannot read the values: " + HeaderLine.printable(e.getMessage(), LONGEST_MESSAGE));
    }
  }

  private static VaspPotential potential(StoredHdf5 file, ReadingRequest request)
      throws IOException {
    String group = VaspPotential.group(file);
    VaspPotential found =
        group == null
            ? null
            : VaspPotential.of(
                file,
                group,
                request.conventions().xc() == XcDeclaration.INCLUDED
                    ? VaspPotential.Preference.TOTAL
                    : VaspPotential.Preference.ELECTROSTATIC);
    if (found == null) {
      throw new RejectException(
          RejectCode.NOT_A_POTENTIAL,
          "Cannot use the file: expected a potential (results/potential with hartree and ionic, as"
              + " WRT_POTENTIAL = hartree ionic writes it), found "
              + (group == null
                  ? "only " + String.join(", ", file.names("").stream().sorted().toList())
                  : "in " + group + " only " + file.names(group).stream().sorted().toList()));
    }
    return found;
  }

  private static GridLayout layout(StoredHdf5 file, VaspPotential potential, ReadingRequest request)
      throws IOException {
    String path = potential.parts().get(0).path();
    HeaderLine where = HeaderLine.at(path, potential.parts().get(0).shapeText());
    long[] points = potential.points();
    String stated = path.substring(0, path.lastIndexOf('/')) + "/grid";
    if (file.holds(stated)) {
      double[] grid = file.data(stated).numbers();
      if (grid.length != 3
          || grid[0] != points[0]
          || grid[1] != points[1]
          || grid[2] != points[2]) {
        throw where.unexpected("the points that " + stated + " states");
      }
    }
    return GridLayout.of(points, ValueOrder.A_FASTEST, request.limits(), where);
  }

  private static CrystalStructure structure(
      VaspPositions found, StructureBuilder atoms, RejectLedger rejects) {
    HeaderLine types =
        HeaderLine.at(found.group() + "/ion_types", String.join(" ", found.symbols()));
    HeaderLine counts =
        HeaderLine.at(found.group() + "/number_ion_types", Arrays.toString(found.counts()));
    double total = 0;
    for (double count : found.counts()) {
      if (!(count >= 0) || count != Math.rint(count)) {
        throw counts.unexpected("numbers of atoms");
      }
      total += count;
    }
    StructureBuilder.checkCount((long) Math.min(total, Long.MAX_VALUE), counts);
    boolean whole = total > 0 && found.positions().length == 3 * (int) total;
    if (found.counts().length != found.symbols().length || !whole) {
      throw counts.unexpected(
          "numbers of atoms of "
              + found.symbols().length
              + " species, "
              + found.positions().length / 3
              + " in all");
    }
    VaspCell cell = cell(found, rejects);
    int at = 0;
    for (int s = 0; s < found.symbols().length; s++) {
      for (int i = 0; i < found.counts()[s]; i++, at += 3) {
        String name = found.symbols()[s];
        double[] r = Arrays.copyOfRange(found.positions(), at, at + 3);
        atoms.atom(VaspAtoms.element(name), name, finite(r, found), types);
      }
    }
    if (cell == null) {
      return null;
    }
    return found.direct()
        ? atoms.fractional(cell.rows())
        : atoms.scaled(cell.factors()).cartesian(cell.rows());
  }

  private static VaspCell cell(VaspPositions found, RejectLedger rejects) {
    double[] v = found.vectors();
    HeaderLine vectors = HeaderLine.at(found.group() + "/lattice_vectors", Arrays.toString(v));
    HeaderLine scale = HeaderLine.at(found.group() + "/scale", Arrays.toString(found.scales()));
    if (v.length != 9) {
      throw vectors.unexpected("three vectors");
    }
    if (found.scales().length != 1 && found.scales().length != 3) {
      throw scale.unexpected("one scale or three");
    }
    finite(v, found);
    double[][] rows = {{v[0], v[1], v[2]}, {v[3], v[4], v[5]}, {v[6], v[7], v[8]}};
    return VaspCell.of(found.scales(), rows, scale, rejects);
  }

  private static double[] finite(double[] values, VaspPositions found) {
    for (double value : values) {
      if (!Double.isFinite(value)) {
        throw HeaderLine.at(found.group(), Arrays.toString(values)).unexpected("finite numbers");
      }
    }
    return values;
  }
}
