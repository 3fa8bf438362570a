package io.github.epdi.grid.blocks;

import io.github.epdi.grid.text.LineLayout;
import io.github.epdi.grid.text.TextPart;
import io.github.epdi.grid.text.UnfitTextException;
import java.util.ArrayList;
import java.util.List;

/**
 * Planes that are read together. A run without planes only checks a single line.
 *
 * @param first the first plane
 * @param last the last plane; less than {@code first} if there is none
 * @param firstLine line of the block that holds the first value, from 0
 * @param lastLine line of the block that holds the last value
 */
record PlaneRun(int first, int last, long firstLine, long lastLine) {
  /** Planes with a smaller gap between them are read together. */
  private static final int SMALLEST_GAP_BYTES = 4096;

  /** Longer runs are better read as a stream. */
  private static final long MOST_BYTES = 1L << 28;

  /**
   * Returns the runs of a block in ascending order: the needed planes, and the first line of the
   * middle plane.
   */
  static List<PlaneRun> of(LineLayout lines, GridLayout layout, PlaneSelection selection)
      throws UnfitTextException {
    List<PlaneRun> runs = new ArrayList<>();
    int nz = layout.nz();
    for (int k = 0; k < nz; k++) {
      if (selection.needs(k, nz)) {
        add(runs, of(k, k, lines, layout), lines);
      } else if (k == nz / 2) {
        long line = lines.lineOf(k * plane(layout));
        add(runs, new PlaneRun(k, k - 1, line, line), lines);
      }
    }
    for (PlaneRun run : runs) {
      if ((run.lastLine - run.firstLine + 2) * lines.lineBytes() > MOST_BYTES) {
        throw new UnfitTextException("planes of at most " + MOST_BYTES + " bytes", "more");
      }
    }
    return runs;
  }

  private static PlaneRun of(int first, int last, LineLayout lines, GridLayout layout) {
    long plane = plane(layout);
    return new PlaneRun(
        first, last, lines.lineOf(first * plane), lines.lineOf((last + 1) * plane - 1));
  }

  private static long plane(GridLayout layout) {
    return (long) layout.nx() * layout.ny();
  }

  /**
   * Joins a run to the last one if they are near each other. All planes between them are then read.
   */
  private static void add(List<PlaneRun> runs, PlaneRun next, LineLayout lines) {
    PlaneRun before = runs.isEmpty() ? null : runs.get(runs.size() - 1);
    long near = 1L + SMALLEST_GAP_BYTES / lines.lineBytes();
    if (before == null || next.firstLine > before.lastLine + near) {
      runs.add(next);
    } else if (next.last >= next.first) {
      int first = Math.min(before.first, next.first);
      runs.set(runs.size() - 1, new PlaneRun(first, next.last, before.firstLine, next.lastLine));
    }
  }

  /** Returns the text of the run, from the end of the line before it. */
  TextPart part(LineLayout lines, long textLength) {
    long from = lines.offset(firstLine) - (startsBlock() ? 0 : 1);
    long to = Math.min(lines.offset(lastLine + 1), textLength);
    return new TextPart(from, (int) Math.max(0, to - from));
  }

  boolean startsBlock() {
    return firstLine == 0;
  }
}
