package io.github.epdi.levels;

import io.github.epdi.grid.text.HeaderLine;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads VASP's EIGENVAL. Its header has six lines. The first gives the number of ions and spin
 * channels, the sixth the numbers of electrons, k-points and bands. Each k-point then has a line
 * with its coordinates and weight, and one line per band with the index, the energy of each
 * channel, and from VASP 5.4 on the occupation of each channel.
 *
 * <p>The file has no Fermi energy, rounds the electrons to a whole number, and does not say whether
 * states are spinors. The occupations show the latter two.
 */
final class EigenvalReader {
  private static final int HEADER_LINES = 6;
  private static final double ROUNDED = 0.51;
  private static final double EXACT = 0.01;

  /**
   * Matches the first line: ions twice, a number of steps, spin channels. The numbers are words or
   * fields of five characters without blanks between them.
   */
  private static final Pattern FIRST =
      Pattern.compile("(?:(?=.{20}\\s*$)([\\d\\s]{5})|\\s*(\\d+)\\s)[\\d\\s*]*([12])\\s*");

  private final LevelText text;
  private final LevelsDraft draft = new LevelsDraft(LevelsFormat.EIGENVAL);
  private int kpoints;
  private int bands;
  private int spins;
  private final double[] energies = new double[2];
  private final double[] occupations = new double[2];

  EigenvalReader(LevelText text) {
    this.text = text;
  }

  /** Tells whether a text begins like an EIGENVAL. */
  static boolean recognises(List<String> lines) {
    return lines.size() >= HEADER_LINES
        && FIRST.matcher(lines.get(0)).matches()
        && lines.get(1).strip().split("\\s+", -1).length >= 4
        && lines.get(HEADER_LINES - 1).matches("[\\s\\d.]*\\d[\\s\\d.]*");
  }

  LevelsDraft read() throws IOException {
    header();
    for (int k = 0; k < kpoints; k++) {
      point(k);
    }
    while (text.next()) {
      if (text.more()) {
        throw text.bad("nothing after " + kpoints + " k-points");
      }
    }
    draft.line = text.line();
    draft.checkWeights();
    notOccupations();
    fractionOfElectrons();
    return draft;
  }

  private void header() throws IOException {
    line("the number of ions and of spin channels");
    Matcher first = FIRST.matcher(text.text());
    String ions = "";
    if (first.matches()) {
      ions = (first.group(1) == null ? first.group(2) : first.group(1)).strip();
    }
    if (!ions.matches("\\d{1,9}")) {
      throw text.bad("numbers of ions and, fourth, of spin channels (1 or 2)");
    }
    spins = Integer.parseInt(first.group(3));
    draft.atoms = CalculatedAtoms.of(Integer.parseInt(ions));
    draft.spin = spins == 2 ? SpinTreatment.POLARIZED : null;
    draft.channels = Stream.generate(BandList::new).limit(spins).toList();
    for (int i = 1; i < HEADER_LINES; i++) {
      line("a header of " + HEADER_LINES + " lines");
    }
    double[] sizes = sizes(text.text());
    if (sizes == null) {
      throw text.bad("numbers of electrons, k-points and bands");
    }
    draft.electrons = sizes[0];
    kpoints = (int) sizes[1];
    bands = (int) sizes[2];
    if (kpoints < 1 || bands < 1 || (long) kpoints * bands > 5_000_000) {
      throw text.bad("numbers of k-points and bands above 0, of 5 million levels at most");
    }
    draft.weights = new double[kpoints];
  }

  private void line(String expected) throws IOException {
    if (!text.next()) {
      throw text.ended(expected);
    }
  }

  /**
   * Returns three whole numbers, or null if there are none. Without blanks between them they are in
   * three fields of the same width.
   */
  private static double[] sizes(String line) {
    String[] words = line.strip().split("\\s+", -1);
    String whole = line.stripTrailing();
    if (words.length != 3) {
      int width = whole.length() % 7 == 0 ? 7 : 5;
      if (whole.length() != 3 * width) {
        return null;
      }
      words =
          new String[] {
            whole.substring(0, width), whole.substring(width, 2 * width), whole.substring(2 * width)
          };
    }
    double[] sizes = new double[3];
    for (int i = 0; i < 3; i++) {
      String word = words[i].strip();
      if (!word.matches(i == 0 ? "\\d{1,9}(\\.\\d*)?" : "\\d{1,9}")) {
        return null;
      }
      sizes[i] = HeaderLine.number(word);
    }
    return sizes;
  }

  private void point(int k) throws IOException {
    do {
      if (!text.next()) {
        throw cut(k);
      }
    } while (!text.more());
    double weight = Double.NaN;
    for (int i = 0; i < 4; i++) {
      weight = text.number();
    }
    if (Double.isNaN(weight) || text.more()) {
      throw text.bad("the place and the weight of k-point " + (k + 1) + " of " + kpoints);
    }
    draft.weights[k] = weight;
    for (int band = 0; band < bands; band++) {
      if (!text.next()) {
        throw cut(k);
      }
      band(k, band);
    }
    for (BandList channel : draft.channels) {
      channel.endPoint(text.line());
    }
  }

  private BadLevelsException cut(int whole) {
    return new BadLevelsException(
        bands + " bands at each of " + kpoints + " k-points announced",
        whole + " whole k-points and the end of the file",
        text.line());
  }

  private void band(int k, int band) {
    if (text.first() == '*') {
      text.skip(); // an index with more digits than its field
    } else if (text.number() != band + 1) {
      throw text.bad("band " + (band + 1) + " of " + bands + " at k-point " + (k + 1));
    }
    for (int s = 0; s < spins; s++) {
      energies[s] = text.number();
      if (Double.isNaN(energies[s])) {
        throw text.bad(wanted());
      }
    }
    boolean occupied = text.more();
    for (int s = 0; s < spins; s++) {
      occupations[s] = occupied ? text.number() : Double.NaN;
      if (occupied && Double.isNaN(occupations[s])) {
        throw text.bad(wanted());
      }
    }
    if (text.more()) {
      throw text.bad(wanted());
    }
    for (int s = 0; s < spins; s++) {
      draft.channels.get(s).add(energies[s], occupations[s]);
    }
  }

  /** Rejects a file in which an occupation stands where the second energy should be. */
  private void notOccupations() {
    if (spins == 2 && Double.isNaN(draft.filledLevels())) {
      double[] second = draft.channels.get(1).energies();
      if (Arrays.stream(second).allMatch(e -> e > -0.5 && e < 1.5)) {
        throw new BadLevelsException(
            "two energies a band, as ISPIN is 2", "one energy and an occupation", draft.line);
      }
    }
  }

  private String wanted() {
    return spins == 1
        ? "a band's index, its energy and perhaps its occupation"
        : "a band's index, two energies and perhaps two occupations, as ISPIN is 2";
  }

  /**
   * Corrects the number of electrons by the occupations. The header rounds it, which is wrong for a
   * cell with a fractional charge.
   */
  private void fractionOfElectrons() {
    double filled = draft.filledLevels();
    if (Double.isNaN(filled) || !(filled > 0)) {
      return;
    }
    double perLevel = spins == 1 && draft.electrons / filled > 1.5 ? 2 : 1;
    double difference = Math.abs(perLevel * filled - draft.electrons);
    if (difference > ROUNDED) {
      throw new BadLevelsException(
          "occupations of " + draft.electrons + " electrons",
          "of " + perLevel * filled,
          draft.line);
    }
    if (difference > EXACT) {
      draft.electrons = perLevel * filled;
    }
  }
}
