package io.github.epdi.cli;

import io.github.epdi.pes.PotentialEnergyCurve;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Plots a potential-energy curve as a few lines of text. It uses dots of Braille characters, two by
 * four in a character, or asterisks where a terminal has ASCII alone.
 */
final class CurvePlot {
  private static final int COLUMNS = 56;
  private static final int ROWS = 8;
  private static final String MARGIN = "  ";

  /** Bits of Unicode's Braille patterns, by row and column of the dot. */
  private static final int[][] BRAILLE = {{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};

  /** The characters that the terminal can show. */
  enum Characters {
    ASCII(1, 1),
    UNICODE(2, 4);

    private final int dotsAcross;
    private final int dotsDown;

    Characters(int dotsAcross, int dotsDown) {
      this.dotsAcross = dotsAcross;
      this.dotsDown = dotsDown;
    }
  }

  private final Characters characters;
  private final double lowestEv;
  private final double highestEv;

  /** Prepares plots with one energy axis, so that curves can be compared. */
  CurvePlot(Characters characters, double lowestEv, double highestEv) {
    this.characters = characters;
    this.lowestEv = lowestEv;
    // A flat curve lies in the middle of a narrow axis.
    this.highestEv = highestEv - lowestEv > 1e-9 ? highestEv : lowestEv + 1e-3;
  }

  /**
   * Returns the lines of one curve, with energies on the left and the names of its sites below.
   *
   * @param siteNames names of the five points
   */
  List<String> lines(PotentialEnergyCurve curve, List<String> siteNames) {
    int[][] cells = cells(curve);
    List<String> lines = new ArrayList<>();
    for (int row = 0; row < ROWS; row++) {
      lines.add((MARGIN + label(row) + axis(row) + text(cells[row])).stripTrailing());
    }
    lines.add(names(curve, siteNames));
    return lines;
  }

  /** Returns which dots of each character are set, as bits. */
  private int[][] cells(PotentialEnergyCurve curve) {
    int[][] cells = new int[ROWS][COLUMNS];
    int across = COLUMNS * characters.dotsAcross;
    int down = ROWS * characters.dotsDown;
    double[][] samples = curve.samples(across);
    int before = -1;
    for (int x = 0; x < across; x++) {
      double fraction = (highestEv - samples[x][1]) / (highestEv - lowestEv);
      int y = (int) Math.max(0, Math.min(down - 1, Math.round(fraction * (down - 1))));
      // Steep stretches are drawn without gaps.
      int from = before < 0 ? y : Math.min(y, before + Integer.signum(y - before));
      int to = before < 0 ? y : Math.max(y, before + Integer.signum(y - before));
      for (int dot = from; dot <= to; dot++) {
        cells[dot / characters.dotsDown][x / characters.dotsAcross] |=
            BRAILLE[dot % characters.dotsDown][x % characters.dotsAcross];
      }
      before = y;
    }
    return cells;
  }

  private String label(int row) {
    double ev = row == 0 ? highestEv : row == ROWS - 1 ? lowestEv : Double.NaN;
    return Double.isNaN(ev) ? " ".repeat(8) : String.format(Locale.ROOT, "%8.3f", ev);
  }

  private String axis(int row) {
    boolean labelled = row == 0 || row == ROWS - 1;
    if (characters == Characters.ASCII) {
      return labelled ? " +" : " |";
    }
    return labelled ? " \u2524" : " \u2502";
  }

  private String text(int[] cells) {
    StringBuilder text = new StringBuilder();
    for (int cell : cells) {
      if (cell == 0) {
        text.append(' ');
      } else {
        text.append(characters == Characters.ASCII ? '*' : (char) (0x2800 + cell));
      }
    }
    return text.toString();
  }

  private static String names(PotentialEnergyCurve curve, List<String> siteNames) {
    int indent = MARGIN.length() + 8 + 2;
    char[] line = new char[indent + COLUMNS + 8];
    Arrays.fill(line, ' ');
    double[] positions = curve.positionsAngstrom();
    for (int i = 0; i < positions.length; i++) {
      String name = siteNames.get(i);
      double fraction = (positions[i] - positions[0]) / curve.lengthAngstrom();
      int middle = (int) Math.round(fraction * (COLUMNS - 1));
      int start =
          indent + Math.max(0, Math.min(middle - name.length() / 2, COLUMNS - name.length()));
      name.getChars(0, name.length(), line, start);
    }
    return new String(line).stripTrailing();
  }
}
