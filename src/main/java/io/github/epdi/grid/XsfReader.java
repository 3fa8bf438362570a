package io.github.epdi.grid;

import io.github.epdi.grid.blocks.GridLayout;
import io.github.epdi.grid.blocks.GridSource;
import io.github.epdi.grid.blocks.PlaneBlock;
import io.github.epdi.grid.blocks.PlaneSelection;
import io.github.epdi.grid.blocks.ValueOrder;
import io.github.epdi.grid.blocks.XsfBlockReader;
import io.github.epdi.grid.text.DecimalParser;
import io.github.epdi.grid.text.HeaderLine;
import io.github.epdi.grid.text.TextInput;
import io.github.epdi.grid.text.ValueReader;
import io.github.epdi.grid.text.XsfLines;
import io.github.epdi.structure.CrystalStructure;
import io.github.epdi.structure.RejectCode;
import io.github.epdi.structure.RejectException;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * Reads XCrySDen's XSF files: one structure and the first three-dimensional data grid.
 *
 * <p>A "general grid" repeats its first point at the end of each axis, but not every writer does
 * so. {@link XsfBlockReader} handles both.
 */
final class XsfReader implements FormatReader {
  private static final Set<String> KEYWORDS =
      Set.of(
          "CRYSTAL",
          "SLAB",
          "POLYMER",
          "MOLECULE",
          "DIM-GROUP",
          "PRIMVEC",
          "CONVVEC",
          "PRIMCOORD",
          "CONVCOORD",
          "ATOMS",
          "BEGIN_INFO",
          "BEGIN_BLOCK_DATAGRID_3D",
          "BEGIN_BLOCK_DATAGRID3D");

  /**
   * Looks at two lines, because a keyword of XSF may also be the title of another file. After the
   * keyword must come what XSF has there: vectors, an atom, a count or another keyword.
   */
  @Override
  public boolean recognises(List<HeaderLine> lines) {
    List<HeaderLine> said =
        lines.stream()
            .filter(line -> line.size() > 0 && !line.words().get(0).startsWith("#"))
            .limit(2)
            .toList();
    if (said.isEmpty() || !isKeyword(said.get(0))) {
      return false;
    }
    return said.size() == 1
        || switch (XsfLines.keyword(said.get(0))) {
          case "CRYSTAL", "SLAB", "POLYMER", "MOLECULE" -> isKeyword(said.get(1));
          case "ATOMS" -> isKeyword(said.get(1)) || said.get(1).hasReals(1, 3);
          case "PRIMVEC", "CONVVEC" -> said.get(1).hasReals(0, 3);
          case "PRIMCOORD", "CONVCOORD", "DIM-GROUP" -> said.get(1).hasIntegers(0, 1);
          default -> true;
        };
  }

  /**
   * Tells whether a line is a keyword, alone or with a number. Some writers number the steps of a
   * trajectory that way.
   */
  private static boolean isKeyword(HeaderLine line) {
    return line.size() > 0
        && KEYWORDS.contains(XsfLines.keyword(line))
        && (line.size() == 1 || (line.size() == 2 && line.hasIntegers(1, 1)));
  }

  @Override
  public FileHeader header(GridSource source, ReadingRequest request, RejectLedger rejects)
      throws IOException {
    TextInput in = source.text();
    XsfLines lines = new XsfLines(in);
    XsfStructure structure = new XsfStructure(lines, rejects);
    String title = Titles.clean(structure.readToDataGrid());
    HeaderLine line = lines.next("three numbers of points");
    long[] points = new long[3];
    for (int i = 0; i < 3; i++) {
      points[i] = line.integer(i, "three numbers of points");
    }
    GridLayout layout = GridLayout.of(points, ValueOrder.A_FASTEST, request.limits(), line);
    double[] origin = lines.next("an origin").reals3(0, "an origin");
    double[][] rows = lines.vectors();
    CrystalStructure found = structure.at(rows);
    FileHeader header =
        FileHeader.of(
            GridFormat.XSF, title, layout, found, structure.count(), Titles.unit(title), List.of());
    FileHeader stated = structure.statesCell() ? header : header.withoutStatedCell();
    return found == null ? stated : stated.from(GridOrigin.at(found.lattice(), origin));
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
    XsfBlockReader reader = new XsfBlockReader(values, header.layout(), selection);
    PlaneBlock block = reader.read();
    if (values.badNumber() != null) {
      throw values.badNumber();
    }
    checkEnd(new XsfLines(in), header.layout(), rejects);
    return new FileValues(block, null, 1, reader.flags());
  }

  private static void checkEnd(XsfLines lines, GridLayout layout, RejectLedger rejects)
      throws IOException {
    String expected = "END_DATAGRID_3D after " + layout.points() + " values";
    try {
      HeaderLine end = lines.next(expected);
      if (!XsfLines.keyword(end).startsWith("END_DATAGRID")) {
        throw end.unexpected(expected);
      }
    } catch (RejectException e) {
      rejects.add(RejectCode.BAD_NUMBER, e.getMessage(), e.reject().line());
    }
  }
}
