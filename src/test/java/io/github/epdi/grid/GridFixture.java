package io.github.epdi.grid;

import io.github.epdi.grid.blocks.GridLimits;
import io.github.epdi.structure.Element;
import io.github.epdi.structure.Reject;
import io.github.epdi.structure.RejectCode;
import io.github.epdi.structure.Side;
import io.github.epdi.structure.TestSlabs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.io.TempDir;

/** What tests of readers share: a screenable grid, a folder, a way to read a text. */
abstract class GridFixture {
  static final TestSlabs SLAB = TestSlabs.twoH(Element.Mo, Element.S).supercell(2, 2);
  static final TestGrids GRIDS = TestGrids.of(SLAB.structure(), 12, 12, 48);
  static final ReadingRequest BOTH_SIDES = TestGrids.request(Side.TOP, Side.BOTTOM);

  @TempDir Path folder;

  private final GridFiles files = new GridFiles(new Configuration(false));

  final Found read(String text) {
    return read(text, BOTH_SIDES);
  }

  final Found read(String text, ReadingRequest request) {
    return read(text.getBytes(StandardCharsets.UTF_8), request);
  }

  final Found read(byte[] stored, ReadingRequest request) {
    try {
      Path file = Files.write(folder.resolve("grid"), stored);
      return new Found(files.read(file.toString(), request));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  final Reject reject(String text) {
    return read(text).reject();
  }

  final RejectCode code(String text) {
    Found reading = read(text);
    return reading.reject() == null ? null : reading.reject().code();
  }

  static ReadingRequest declaring(PotentialConventions conventions) {
    return new ReadingRequest(
        BOTH_SIDES.sides(),
        BOTH_SIDES.heightsAngstrom(),
        conventions,
        BOTH_SIDES.limits(),
        BOTH_SIDES.symmetryToleranceAngstrom(),
        BOTH_SIDES.depth());
  }

  static PotentialConventions conventions(EnergyUnit unit, PotentialSign sign, XcDeclaration xc) {
    PotentialConventions d = PotentialConventions.DEFAULT;
    return new PotentialConventions(unit, sign, xc, d.vacuumGapAngstrom(), d.vacuumFlatnessEv());
  }

  static ReadingRequest reading(ReadingRequest.Depth depth, GridLimits limits) {
    return new ReadingRequest(
        List.of(Side.TOP),
        BOTH_SIDES.heightsAngstrom(),
        PotentialConventions.DEFAULT,
        limits,
        BOTH_SIDES.symmetryToleranceAngstrom(),
        depth);
  }

  static ReadingRequest toTheEnd() {
    return reading(ReadingRequest.Depth.ALL_THAT_CAN_BE_READ, GridLimits.DEFAULT);
  }

  /** Line n (from 1) of a text. */
  static String line(String text, int n) {
    return text.split("\n", -1)[n - 1];
  }

  /** A text with line n (from 1) replaced. */
  static String withLine(String text, int n, String line) {
    String[] lines = text.split("\n", -1);
    lines[n - 1] = line;
    return String.join("\n", lines);
  }
}
