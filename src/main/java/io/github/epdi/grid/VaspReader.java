package io.github.epdi.grid;

import io.github.epdi.grid.blocks.BlockSource;
import io.github.epdi.grid.blocks.GridLayout;
import io.github.epdi.grid.blocks.GridSource;
import io.github.epdi.grid.blocks.PlaneReader;
import io.github.epdi.grid.blocks.PlaneSelection;
import io.github.epdi.grid.blocks.StreamedBlocks;
import io.github.epdi.grid.blocks.ValueOrder;
import io.github.epdi.grid.text.Compression;
import io.github.epdi.grid.text.HeaderLine;
import io.github.epdi.grid.text.TextInput;
import io.github.epdi.structure.CrystalStructure;
import java.io.IOException;
import java.util.List;

/**
 * Reads LOCPOT files of VASP 4 to 6. It also reads CHGCAR-style files, in order to reject them as
 * densities.
 */
final class VaspReader implements FormatReader {
  @Override
  public boolean recognises(List<HeaderLine> lines) {
    if (lines.size() < 6) {
      return false;
    }
    HeaderLine scale = lines.get(1);
    boolean scaled = scale.hasReals(0, 1) && (!scale.hasReals(0, 2) || scale.hasReals(0, 3));
    return scaled
        && lines.subList(2, 5).stream().allMatch(l -> l.hasReals(0, 3) && !l.hasReals(0, 4));
  }

  @Override
  public FileHeader header(GridSource source, ReadingRequest request, RejectLedger rejects)
      throws IOException {
    TextInput in = source.text();
    String title = Titles.clean(in.next("a title").text());
    VaspCell cell = VaspCell.read(in, rejects);
    VaspAtoms atoms = new VaspAtoms(title, rejects);
    atoms.read(in);
    HeaderLine points = in.nextFilled("three numbers of points");
    long[] n = new long[3];
    for (int i = 0; i < 3; i++) {
      n[i] = points.integer(i, "three numbers of points");
    }
    GridLayout layout = GridLayout.of(n, ValueOrder.A_FASTEST, request.limits(), points);
    CrystalStructure structure = cell == null ? null : atoms.structure(cell);
    return FileHeader.of(
        GridFormat.VASP, title, layout, structure, atoms.count(), EnergyUnit.EV, atoms.flags());
  }

  @Override
  public FileValues values(
      GridSource source,
      FileHeader header,
      PlaneSelection selection,
      ReadingRequest request,
      RejectLedger rejects)
      throws IOException {
    BlockSource blocks = new StreamedBlocks(source.text(), header.layout(), request.limits());
    return new VaspBlocks(source.text(), blocks, header, rejects).read(selection);
  }

  /**
   * Planes are enough if the caller needs no mean over all values, which shows
   * exchange-correlation.
   */
  @Override
  public boolean readsPlanes(GridSource source, ReadingRequest request) {
    XcDeclaration xc = request.conventions().xc();
    Compression compression = source.compression();
    return (xc == XcDeclaration.NONE || xc == XcDeclaration.INCLUDED)
        && (compression == Compression.NONE || compression == Compression.GZIP);
  }

  @Override
  public FileValues planes(
      GridSource source,
      FileHeader header,
      PlaneSelection selection,
      ReadingRequest request,
      RejectLedger rejects)
      throws IOException {
    TextInput in = source.text();
    BlockSource blocks = new PlaneReader(in, source.planeText(), header.layout(), request.limits());
    return new VaspBlocks(in, blocks, header, rejects).read(selection);
  }
}
