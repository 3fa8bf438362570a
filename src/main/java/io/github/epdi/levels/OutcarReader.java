package io.github.epdi.levels;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads VASP's OUTCAR. It has sizes and settings near the beginning, then the weights of the
 * k-points, and after each ionic step a Fermi energy and one table for each k-point and spin
 * channel. The last step is used and must be complete. Tables of quasiparticle energies and of
 * KPOINTS_OPT are skipped.
 */
final class OutcarReader {
  /**
   * Rounding of weights, which are printed with three digits. The exact ones are known where VASP
   * made the mesh itself.
   */
  private static final double WEIGHT_ROUNDING = 6e-4;

  private static final int MOST_KINDS = 1000;

  private static final Pattern ELEMENT = Pattern.compile("VRHFIN\\s*=\\s*([A-Z][a-z]?).*");
  private static final Pattern IRREDUCIBLE = Pattern.compile("Found\\s+(\\d+) irreducible.*");

  private final LevelText text;
  private final LevelsDraft draft = new LevelsDraft(LevelsFormat.OUTCAR);
  private final List<String> elements = new ArrayList<>();
  private int[] ions = {};
  private int kpoints;
  private int bands;
  private boolean spinPolarised;
  private boolean noncollinear;
  private double[] multiplicities;
  private boolean otherPoints;
  private OutcarStep step;

  OutcarReader(LevelText text) {
    this.text = text;
  }

  /** Tells whether a text begins like an OUTCAR. */
  static boolean recognises(List<String> lines) {
    return lines.stream().anyMatch(line -> line.matches("\\s*vasp\\.\\d.*"));
  }

  LevelsDraft read() throws IOException {
    while (text.next()) {
      line();
    }
    draft.line = text.line();
    if (kpoints < 1 || bands < 1) {
      throw text.ended("numbers of k-points and bands (NKPTS, NBANDS)");
    }
    if (step == null) {
      throw text.ended("tables of band energies and occupations");
    }
    draft.channels = step.channels(spinPolarised ? 2 : 1);
    draft.fermiEnergyEv = step.fermiEnergyEv();
    draft.spin =
        spinPolarised
            ? SpinTreatment.POLARIZED
            : noncollinear ? SpinTreatment.SPINOR : SpinTreatment.RESTRICTED;
    refineWeights();
    draft.atoms = atoms();
    for (BandList channel : draft.channels) {
      if (channel.points() > 0 && channel.bands() != bands) {
        throw new BadLevelsException(bands + " bands announced", channel.bands() + "", draft.line);
      }
    }
    return draft;
  }

  private void line() throws IOException {
    switch (text.first()) {
      case 'k' -> kpointLine();
      case 'E', 'F' -> fermiLine();
      case 'b' -> {
        if (text.take("band No.")) {
          table();
        }
      }
      case 's' -> {
        if (step != null && text.take("spin component")) {
          step.channel((int) text.number() - 1);
        }
      }
      case 'i' -> {
        if (text.take("ions per type =")) {
          ions =
              Arrays.stream(text.rest().split("\\s+", -1)).mapToInt(OutcarReader::count).toArray();
        }
      }
      case 'V' -> {
        Matcher element = ELEMENT.matcher(text.rest());
        if (element.matches() && elements.size() < MOST_KINDS) {
          elements.add(element.group(1));
        }
      }
      case 'I', 'L', 'N' -> settingLine();
      default -> {
        if (text.take("KPOINTS_OPT") && !text.rest().contains("=")) {
          otherPoints = true;
        }
      }
    }
  }

  private static int count(String word) {
    return word.matches("\\d{1,9}") ? Integer.parseInt(word) : -1;
  }

  /**
   * Reads settings as VASP understood them. The remarks behind them tell them from mere repetitions
   * of the input.
   */
  private void settingLine() {
    String line = text.rest();
    if (line.startsWith("ISPIN") && line.contains("spin polarized calculation?")) {
      spinPolarised = line.replaceFirst(".*?=\\s*(\\S+).*", "$1").equals("2");
    } else if (line.startsWith("LNONCOLLINEAR") && line.contains("non collinear calculations")) {
      noncollinear = line.replaceFirst(".*?=\\s*(\\S+).*", "$1").equals("T");
    } else if (line.startsWith("NELECT") && line.contains("total number of electrons")) {
      text.take("NELECT");
      text.take("=");
      draft.electrons = text.number();
      if (Double.isNaN(draft.electrons)) {
        throw text.bad("a number of electrons");
      }
    }
  }

  private void kpointLine() throws IOException {
    if (text.take("k-points in reciprocal lattice and weights:")) {
      weights();
    } else if (text.take("k-points")) {
      if (text.take("NKPTS =")) {
        sizes();
      }
    } else if (step != null && text.take("k-point")) {
      double number = text.number();
      step.point(number);
    }
  }

  /** VASP 6.3.1 and 6.3.2 print a second such line with nothing after NBANDS, which is ignored. */
  private void sizes() {
    String line = text.rest();
    Matcher sizes = Pattern.compile("(\\d+)\\s.*NBANDS=\\s*(\\d*)\\s*").matcher(line);
    if (sizes.matches()) {
      kpoints = count(sizes.group(1));
      bands = sizes.group(2).isEmpty() ? bands : count(sizes.group(2));
    }
  }

  private void fermiLine() throws IOException {
    if (text.take("E-fermi :")) {
      step = new OutcarStep();
      otherPoints = false;
      double fermi = text.number();
      if (Double.isNaN(fermi)) {
        throw text.bad("a Fermi energy");
      }
      step.fermi(fermi);
    } else if (step != null && text.take("Fermi energy:")) {
      step.fermi(text.number());
    } else {
      Matcher found = IRREDUCIBLE.matcher(text.rest());
      if (found.matches()) {
        multiplicities(count(found.group(1)));
      }
    }
  }

  /** Reads the whole numbers from which VASP computes the weights where it made the mesh itself. */
  private void multiplicities(int points) throws IOException {
    double[] found = new double[Math.min(points, 1_000_000)];
    for (int i = 0; i < 3 && text.next(); i++) {
      if (text.take("Coordinates")) {
        break;
      }
    }
    for (int k = 0; k < found.length; k++) {
      if (!text.next()) {
        throw text.ended(points + " irreducible k-points");
      }
      found[k] = fourth();
      if (Double.isNaN(found[k])) {
        return;
      }
    }
    multiplicities = found;
  }

  private double fourth() {
    text.number();
    text.number();
    text.number();
    return text.number();
  }

  private void weights() throws IOException {
    if (otherPoints || kpoints < 1) {
      return;
    }
    double[] found = new double[Math.min(kpoints, 1_000_000)];
    for (int k = 0; k < found.length; k++) {
      if (!text.next()) {
        throw new BadLevelsException(
            "weights of " + kpoints + " k-points announced",
            k + " and the end of the file",
            text.line());
      }
      found[k] = fourth();
      if (Double.isNaN(found[k]) || text.more()) {
        throw text.bad("the place and the weight of k-point " + (k + 1) + " of " + kpoints);
      }
    }
    draft.weights = found;
  }

  /** Replaces the printed weights by the exact ones if they agree within rounding. */
  private void refineWeights() {
    if (draft.weights == null
        || multiplicities == null
        || multiplicities.length != draft.weights.length) {
      return;
    }
    double sum = Arrays.stream(multiplicities).sum();
    for (int k = 0; k < multiplicities.length; k++) {
      if (!(Math.abs(multiplicities[k] / sum - draft.weights[k]) < WEIGHT_ROUNDING)) {
        return;
      }
    }
    draft.weights = multiplicities;
  }

  /** Reads index, energy and occupation of each band, up to a line that has none of them. */
  private void table() throws IOException {
    if (step == null || otherPoints || !text.rest().matches("band energies\\s+occupation")) {
      return;
    }
    BandList levels = step.table(text.line());
    while (text.next() && text.more()) {
      byte first = text.first();
      if (!(first == '*' || (first >= '0' && first <= '9'))) {
        break;
      }
      double index = first == '*' ? levels.here() + 1 : text.number();
      if (first == '*') {
        text.skip();
      }
      double energy = text.number();
      double occupation = text.number();
      if (index != levels.here() + 1 || Double.isNaN(energy + occupation) || text.more()) {
        throw text.bad(
            String.format(
                Locale.ROOT, "index %d, energy and occupation of a band", levels.here() + 1));
      }
      levels.add(energy, occupation);
    }
    if (levels.here() != bands) {
      throw new BadLevelsException(
          bands + " bands announced, at each of " + kpoints + " k-points",
          levels.here() + " at k-point " + (levels.points() + 1),
          text.line());
    }
    levels.endPoint(text.line());
    text.rewind();
    if (text.more()) {
      line();
    }
  }

  private CalculatedAtoms atoms() {
    if (ions.length == 0 || Arrays.stream(ions).anyMatch(n -> n < 1)) {
      return CalculatedAtoms.UNKNOWN;
    }
    if (elements.size() != ions.length) {
      return CalculatedAtoms.of(Arrays.stream(ions).sum());
    }
    SortedMap<String, Integer> counts = new TreeMap<>();
    for (int i = 0; i < ions.length; i++) {
      counts.merge(elements.get(i), ions[i], Integer::sum);
    }
    return CalculatedAtoms.of(counts);
  }
}
