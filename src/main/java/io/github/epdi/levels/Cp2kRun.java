package io.github.epdi.levels;

import io.github.epdi.grid.EnergyUnit;
import io.github.epdi.grid.text.HeaderLine;
import io.github.epdi.structure.Element;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Collects what an output says about one run of CP2K and about the last SCF of that run. */
final class Cp2kRun {
  private static final double HARTREE_EV = EnergyUnit.HARTREE.electronvolts();
  static final Pattern KIND =
      Pattern.compile("\\d+\\. Atomic kind: (\\S+)\\s+Number of atoms:\\s+(\\d{1,9})");

  private static final int MOST_POINTS = 1_000_000;
  private static final int MOST_LEVELS = 5_000_000;
  private static final int MOST_KINDS = 1000;

  private final long startLine;
  private final List<NavigableMap<Integer, Cp2kTable>> tables =
      List.of(new TreeMap<>(), new TreeMap<>());
  private final List<Double> electronsHere = new ArrayList<>();
  private final SortedMap<String, Integer> kinds = new TreeMap<>();
  private double electrons = Double.NaN;
  private double spins = Double.NaN;
  private double fermiHartree = Double.NaN;
  private double lowestOwnFermi = Double.POSITIVE_INFINITY;
  private double highestOwnFermi = Double.NEGATIVE_INFINITY;
  private Boolean converged;
  private Integer atoms;
  private int listed;
  private int levels;
  private double[] weights;
  private boolean started;
  private BadLevelsException spoiled;
  private long lastLine;

  Cp2kRun(long startLine) {
    this.startLine = startLine;
  }

  /** Tells whether nothing of a calculation has been read yet. */
  boolean isEmpty() {
    return !started;
  }

  /** Returns why this run cannot be used, or null if it has ended and converged. */
  String whyNotWhole(boolean ended) {
    String run = "a run from line " + startLine + " on that ";
    if (!ended) {
      return run + "has not ended";
    }
    return Boolean.TRUE.equals(converged) ? null : run + "has not converged";
  }

  /**
   * Starts another SCF. What was printed for the one before belongs to another geometry and is
   * dropped.
   */
  void startScf() {
    started = true;
    converged = null;
    fermiHartree = Double.NaN;
    lowestOwnFermi = Double.POSITIVE_INFINITY;
    highestOwnFermi = Double.NEGATIVE_INFINITY;
    levels = 0;
    tables.forEach(NavigableMap::clear);
  }

  /** Notes a defect. It is thrown later, if this is the run that is used. */
  void spoil(BadLevelsException cause) {
    spoiled = spoiled == null ? cause : spoiled;
  }

  void converged(boolean whether) {
    started = true;
    converged = whether;
  }

  /** Adds the number of electrons of one spin channel, or of all if there is only one. */
  void electrons(double number) {
    if (electronsHere.size() == 2) {
      electronsHere.clear();
    }
    electronsHere.add(number);
  }

  /** Adds up the electrons, once every spin channel has been read. */
  void allElectrons() {
    if (!electronsHere.isEmpty()) {
      electrons = electronsHere.stream().mapToDouble(Double::doubleValue).sum();
      electronsHere.clear();
    }
  }

  void spins(double number) {
    spins = number;
  }

  /** Takes the Fermi energy of the SCF, hartree. */
  void fermiHartree(double energy) {
    fermiHartree = energy;
  }

  /** Takes the Fermi energy that is printed with a table of levels, hartree. */
  void ownFermiHartree(double energy) {
    if (!Double.isNaN(energy)) {
      lowestOwnFermi = Math.min(lowestOwnFermi, energy);
      highestOwnFermi = Math.max(highestOwnFermi, energy);
    }
  }

  /**
   * Returns the Fermi energy in eV. Returns null if spin up and spin down have different ones or
   * none was printed.
   */
  private Double fermiEnergyEv() {
    if (highestOwnFermi - lowestOwnFermi > 1e-4) {
      return null;
    }
    double hartree = Double.isNaN(fermiHartree) ? lowestOwnFermi : fermiHartree;
    return Double.isInfinite(hartree) ? null : hartree * HARTREE_EV;
  }

  void atoms(double number) {
    if (number >= 1) {
      atoms = (int) number;
    }
  }

  void kind(String name, int number) {
    if (kinds.size() == MOST_KINDS) {
      return;
    }
    kinds.merge(name.replaceFirst("^([A-Z][a-z]?)([^a-z].*)?$", "$1"), number, Integer::sum);
  }

  /** Reads a line of the list of k-points. It gives their number, or the weight of one of them. */
  void brillouin(LevelText text) {
    if (text.take("List of Kpoints")) {
      double number = HeaderLine.number(text.rest().replaceFirst(".*\\s", ""));
      if (!(number >= 1 && number <= MOST_POINTS)) {
        throw text.bad("a number of k-points");
      }
      weights = new double[(int) number];
      listed = 0;
    } else if (weights != null && text.first() >= '0' && text.first() <= '9') {
      double index = text.number();
      double weight = text.number();
      if (index != listed + 1 || listed == weights.length || Double.isNaN(weight)) {
        throw text.bad("k-point " + (listed + 1) + " of " + weights.length + " and its weight");
      }
      weights[listed++] = weight;
    }
  }

  /**
   * Takes a table of levels. It replaces an earlier one of the same k-point or continues it.
   *
   * @param channel spin channel, 0 or 1
   * @param point number of the k-point
   * @param line where the table ends, for messages
   * @throws BadLevelsException if it does not start with the first level or there are too many
   *     levels
   */
  void table(int channel, int point, Cp2kTable table, long line) {
    started = true;
    lastLine = line;
    NavigableMap<Integer, Cp2kTable> points = tables.get(channel);
    Cp2kTable before = points.get(point);
    if (table.continues(before)) {
      table.prepend(before);
    }
    if (table.first() != 1 || points.size() > MOST_POINTS) {
      throw new BadLevelsException(
          "all levels from the first on (print key MO without MO_INDEX_RANGE)",
          table.first() == 0 ? "none" : "level " + table.first() + " as the first one",
          line);
    }
    levels += table.size();
    if (levels > MOST_LEVELS) {
      throw new BadLevelsException("at most " + MOST_LEVELS + " levels", "more", line);
    }
    points.put(point, table);
  }

  /**
   * Returns what the run says. {@link LevelsDraft#levels} checks it.
   *
   * @throws BadLevelsException if a defect was noted or the run has no levels
   */
  LevelsDraft draft() {
    if (spoiled != null) {
      throw spoiled;
    }
    LevelsDraft draft = new LevelsDraft(LevelsFormat.CP2K);
    draft.line = lastLine;
    if (tables.get(0).isEmpty()) {
      throw new BadLevelsException(
          "tables MO| of eigenvalues (&PRINT &MO with EIGENVALUES and OCCUPATION_NUMBERS in &DFT)",
          "none in the run from line " + startLine + " on");
    }
    allElectrons();
    draft.electrons = electrons;
    boolean polarised = spins == 2 || !tables.get(1).isEmpty();
    draft.spin = polarised ? SpinTreatment.POLARIZED : SpinTreatment.RESTRICTED;
    draft.channels = tables.subList(0, polarised ? 2 : 1).stream().map(this::joined).toList();
    draft.weights = weights(tables.get(0).size());
    draft.fermiEnergyEv = fermiEnergyEv();
    draft.atoms = calculatedAtoms();
    return draft;
  }

  /** Joins the tables of a spin channel, one k-point after another. */
  private BandList joined(NavigableMap<Integer, Cp2kTable> points) {
    BandList all = new BandList();
    points.values().forEach(table -> table.addTo(all, lastLine));
    return all;
  }

  /**
   * Returns the weights of the k-points. Without a list of k-points a single table must be that of
   * the Gamma point, and several tables are an error.
   */
  private double[] weights(int points) {
    if (weights == null) {
      if (points == 1) {
        return new double[] {1};
      }
      throw new BadLevelsException(
          "the weights of "
              + points
              + " k-points (lines BRILLOUIN|, printed with PRINT_LEVEL MEDIUM)",
          "none",
          lastLine);
    }
    if (listed != weights.length) {
      throw new BadLevelsException(
          "weights of " + weights.length + " k-points announced", listed + "", lastLine);
    }
    return Arrays.copyOf(weights, listed);
  }

  private CalculatedAtoms calculatedAtoms() {
    boolean known =
        !kinds.isEmpty()
            && kinds.keySet().stream().allMatch(kind -> Element.ofSymbol(kind).isPresent());
    int counted = kinds.values().stream().mapToInt(Integer::intValue).sum();
    if (known && (atoms == null || atoms == counted)) {
      return CalculatedAtoms.of(kinds);
    }
    return atoms == null ? CalculatedAtoms.UNKNOWN : CalculatedAtoms.of(atoms);
  }
}
