package io.github.epdi.grid.blocks;

import io.github.epdi.grid.text.DecimalParser;
import io.github.epdi.grid.text.LineLayout;
import io.github.epdi.grid.text.TextInput;
import io.github.epdi.grid.text.TextPart;
import io.github.epdi.grid.text.UnfitTextException;
import io.github.epdi.grid.text.ValueReader;
import io.github.epdi.structure.RejectException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads only the needed planes of blocks whose lines have equal lengths, so that the byte at which
 * a plane begins is known. Before and after each run of planes, in the middle of the block and
 * before its last line, it checks that a line ends where it should and that lines have the right
 * number of values.
 *
 * <p>Anything unexpected, even a bad number, ends the reading with an exception. The caller then
 * reads the whole file, which tells in the usual way what is wrong.
 */
public final class PlaneReader implements BlockSource {
  private final TextInput in;
  private final PlaneText text;
  private final GridLayout layout;
  private final GridLimits limits;

  /**
   * Reads planes of blocks of one layout.
   *
   * @param in the text, at the first value
   * @param text access to parts of the same text
   * @param layout number and order of values
   * @param limits largest sizes
   */
  public PlaneReader(TextInput in, PlaneText text, GridLayout layout, GridLimits limits) {
    this.in = in;
    this.text = text;
    this.layout = layout;
    this.limits = limits;
  }

  /** Reads the next block. Its statistics cover the planes that were read. */
  @Override
  public PlaneBlock next(PlaneSelection selection) throws IOException {
    in.allow(layout.mostBytes(limits));
    LineLayout lines = LineLayout.at(in, layout.points());
    checkLength(lines);
    List<PlaneRun> runs = PlaneRun.of(lines, layout, selection);
    List<TextPart> parts = new ArrayList<>();
    for (PlaneRun run : runs) {
      parts.add(run.part(lines, text.length()));
    }
    text.announce(parts);
    double[][] planes = new double[layout.nz()][];
    PlaneStatistics statistics = new PlaneStatistics(layout.nz());
    long behind = 0;
    for (int i = 0; i < parts.size(); i++) {
      behind = read(runs.get(i), parts.get(i), lines, selection, planes, statistics);
    }
    passToEnd(lines, behind);
    return new PlaneBlock(layout.nx(), layout.ny(), planes, statistics);
  }

  @Override
  public RejectException badNumber() {
    return null;
  }

  private void checkLength(LineLayout lines) throws UnfitTextException {
    long least = lines.offset(lines.lastLine()) + 1;
    if (least > text.length() || least - lines.start() > layout.mostBytes(limits)) {
      throw new UnfitTextException(
          lines.lastLine() + " lines of " + lines.lineBytes() + " bytes",
          "a text of " + text.length());
    }
  }

  /** Reads a run of planes. Returns how many of the block's values lie before its end. */
  private long read(
      PlaneRun run,
      TextPart part,
      LineLayout lines,
      PlaneSelection selection,
      double[][] planes,
      PlaneStatistics statistics)
      throws IOException {
    boolean inFirstLine = run.startsBlock();
    TextInput from = text.at(part, lines.number(run.firstLine()) - (inFirstLine ? 0 : 1));
    from.allow(part.length() + layout.mostBytes(limits));
    if (!inFirstLine) {
      passLineEnd(from);
    }
    ValueReader values = new ValueReader(from, new DecimalParser());
    long plane = (long) layout.nx() * layout.ny();
    long before = run.first() * plane - run.firstLine() * lines.valuesPerLine();
    values.read(new double[(int) before], (int) before);
    for (int k = run.first(); k <= run.last(); k++) {
      double[] kept = selection.keeps(k, layout.nz()) ? new double[(int) plane] : null;
      readPlane(values, k, kept, statistics);
      planes[k] = kept;
    }
    long behind = (run.last() + 1) * plane;
    if (run.last() < run.first()) {
      int rest = lines.valuesPerLine() - (int) before;
      values.read(new double[rest], rest);
      behind += rest;
    }
    checkNumbers(values);
    checkLine(from, lines, run.lastLine());
    if (run.lastLine() < lines.lastLine()) {
      from.next();
      checkPlace(from, lines.offset(run.lastLine() + 1));
    }
    return behind;
  }

  private void readPlane(ValueReader values, int k, double[] kept, PlaneStatistics statistics)
      throws IOException {
    int nx = layout.nx();
    double[] row = new double[nx];
    for (int j = 0; j < layout.ny(); j++) {
      values.read(row, nx);
      statistics.addRow(k, row, 0, nx);
      if (kept != null) {
        System.arraycopy(row, 0, kept, j * nx, nx);
      }
    }
  }

  /**
   * Moves the text behind the block's last value by reading its last line, or ends the text there.
   *
   * @param behind number of values before the current position, which counts if the text is already
   *     in the last line
   */
  private void passToEnd(LineLayout lines, long behind) throws IOException {
    long lastLine = lines.offset(lines.lastLine());
    long left = lines.valuesInLastLine();
    if (in.consumed() > lastLine) {
      left = lines.values() - behind;
    } else if (text.endsAt(lines.expectedEnd())) {
      in.end();
      return;
    } else if (in.consumed() < lastLine) {
      in.jump(lastLine - 1, lines.number(lines.lastLine()) - 1);
      passLineEnd(in);
    }
    ValueReader values = new ValueReader(in, new DecimalParser());
    values.read(new double[(int) left], (int) left);
    checkNumbers(values);
    checkLine(in, lines, lines.lastLine());
  }

  private static void passLineEnd(TextInput from) throws IOException {
    long behind = from.consumed() + 1;
    from.next();
    checkPlace(from, behind);
  }

  private static void checkPlace(TextInput from, long expected) throws UnfitTextException {
    if (from.consumed() != expected) {
      throw new UnfitTextException(
          "a line end before byte " + expected, "one before byte " + from.consumed());
    }
  }

  private static void checkLine(TextInput from, LineLayout lines, long line)
      throws UnfitTextException {
    if (from.line != lines.number(line)) {
      throw new UnfitTextException(
          lines.valuesPerLine() + " values a line up to line " + lines.number(line),
          "line " + from.line);
    }
  }

  private static void checkNumbers(ValueReader values) throws UnfitTextException {
    if (values.badNumber() != null) {
      throw new UnfitTextException("finite numbers", values.badNumber().getMessage());
    }
  }
}
