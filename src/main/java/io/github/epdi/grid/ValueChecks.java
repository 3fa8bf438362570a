package io.github.epdi.grid;

import io.github.epdi.grid.blocks.PlaneStatistics;
import io.github.epdi.grid.vacuum.VacuumLevel;
import io.github.epdi.grid.vacuum.VacuumSearch;
import io.github.epdi.grid.vacuum.VacuumWindow;
import io.github.epdi.structure.RejectCode;
import io.github.epdi.structure.RejectException;
import io.github.epdi.structure.Side;
import io.github.epdi.structure.Slab;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * Checks what the values show: statistics, sign, exchange-correlation, vacuum levels and
 * plausibility.
 */
final class ValueChecks {
  /**
   * Largest mean over the cell that counts as zero. Ionic and Hartree potential average to zero but
   * for rounding.
   */
  private static final double XC_FREE_MEAN_EV = 0.05;

  /** Share of its largest value that a density has left in the vacuum at most. */
  private static final double NOTHING_OF_A_DENSITY = 1e-3;

  private final ReadingInProgress reading;
  private final ReadingInProgress.ValueFindings found;
  private final FileValues values;
  private final PlaneStatistics statistics;
  private final double[] averages;
  private final double origin;

  ValueChecks(ReadingInProgress reading, FileValues values) {
    this.reading = reading;
    this.found = reading.values;
    this.values = values;
    this.statistics = values.first().statistics();
    this.averages = averages(values);
    this.origin =
        reading.slab == null
            ? 0
            : reading.file.origin().heightAngstrom(reading.slab.structure().lattice());
  }

  /** Fills in all findings that depend on the values, and notes in the ledger what is wrong. */
  void run() {
    found.flags.addAll(values.flags());
    found.summary = new ValueSummary(wholeStatistics(), values.blocks(), xc());
    if (reading.slab == null || reading.slab.gapAngstrom() < VacuumWindow.SMALLEST_GAP_ANGSTROM) {
      return;
    }
    checkDensity();
    Map<Side, VacuumSearch.Found> levels = levels();
    decideSign(levels);
    if (reading.unit == null) {
      return;
    }
    double factor = reading.unit.electronvolts() * (found.sign == PotentialSign.ELECTRON ? 1 : -1);
    levels.forEach((side, level) -> keepLevel(side, level, factor));
    found.grid =
        new PotentialGrid(
            reading.structure().lattice(),
            reading.file.origin(),
            values.first().nx(),
            values.first().ny(),
            planes(values, factor));
    checkAtoms();
    checkPlausible(factor);
  }

  /** Checks that the potential has wells where atoms outside the box are wrapped to. */
  private void checkAtoms() {
    try {
      double level = found.vacuum.values().iterator().next().levelEv();
      reading.outside.requireWells(found.grid, level);
    } catch (RejectException e) {
      found.rejects.add(e);
    }
  }

  private void checkPlausible(double factor) {
    double deepest = factor * averages[VacuumWindow.middleOfSlab(reading.slab, origin, nz())];
    for (Side side : reading.request.sides()) {
      int k = VacuumWindow.metals(reading.slab, side, origin, nz());
      deepest = Math.min(deepest, factor * averages[k]);
    }
    double[] ends = {factor * statistics.min(), factor * statistics.max()};
    if (values.second() != null) {
      PlaneStatistics down = values.second().statistics();
      ends = new double[] {ends[0], ends[1], factor * down.min(), factor * down.max()};
    }
    double low = Arrays.stream(ends).min().orElseThrow();
    double high = Arrays.stream(ends).max().orElseThrow();
    Plausibility plausibility = new Plausibility(reading.slab, found.rejects);
    for (VacuumLevel level : found.vacuum.values()) {
      plausibility.check(level.levelEv(), deepest, low, high);
    }
  }

  private int nz() {
    return averages.length;
  }

  private GridStatistics wholeStatistics() {
    return statistics.holdAll()
        ? new GridStatistics(
            statistics.min(), statistics.max(), statistics.mean(), statistics.mean(0))
        : new GridStatistics(Double.NaN, Double.NaN, Double.NaN, statistics.mean(0));
  }

  private static double[] averages(FileValues values) {
    PlaneStatistics first = values.first().statistics();
    double[] averages = new double[first.planes()];
    for (int k = 0; k < averages.length; k++) {
      averages[k] = first.mean(k);
      if (values.second() != null) {
        averages[k] = (averages[k] + values.second().statistics().mean(k)) / 2;
      }
    }
    return averages;
  }

  /** Scales the first block's planes in place. Two spin blocks are averaged. */
  private static double[][] planes(FileValues values, double factor) {
    double[][] planes = values.first().planes();
    for (int k = 0; k < planes.length; k++) {
      for (int i = 0; planes[k] != null && i < planes[k].length; i++) {
        double v = planes[k][i];
        planes[k][i] =
            factor * (values.second() == null ? v : (v + values.second().planes()[k][i]) / 2);
      }
    }
    return planes;
  }

  private XcFinding xc() {
    if (reading.file.xcIncluded() != null) {
      return statedXc(reading.file.xcIncluded());
    }
    if (reading.header.format() != GridFormat.VASP) {
      return XcFinding.NOT_APPLICABLE;
    }
    XcDeclaration declared = reading.request.conventions().xc();
    if (declared == XcDeclaration.NONE) {
      return XcFinding.DECLARED_ABSENT;
    }
    if (declared == XcDeclaration.INCLUDED) {
      return XcFinding.DECLARED_INCLUDED;
    }
    double mean = Arrays.stream(averages).sum() / averages.length;
    if (Math.abs(mean) <= XC_FREE_MEAN_EV) {
      return XcFinding.CHECKED_ABSENT;
    }
    if (declared == XcDeclaration.CHECK) {
      found.rejects.add(
          RejectCode.XC_INCLUDED,
          String.format(
              Locale.ROOT,
              "Cannot use the values: expected ionic and Hartree potential with a mean of 0 within"
                  + " %.2f eV (LVHAR), found %.4f eV, as with exchange-correlation (LVTOT)",
              XC_FREE_MEAN_EV,
              mean),
          0);
    }
    return XcFinding.CHECKED_INCLUDED;
  }

  /**
   * Returns what the file itself says about exchange-correlation. A declaration cannot change that,
   * only allow it.
   */
  private XcFinding statedXc(boolean included) {
    XcDeclaration declared = reading.request.conventions().xc();
    if (included && (declared == XcDeclaration.CHECK || declared == XcDeclaration.NONE)) {
      found.rejects.add(
          RejectCode.XC_INCLUDED,
          "Cannot use the values: expected ionic and Hartree potential"
              + " (WRT_POTENTIAL = hartree ionic), found the total with exchange-correlation alone",
          0);
    }
    return included ? XcFinding.STATED_INCLUDED : XcFinding.STATED_ABSENT;
  }

  /**
   * Rejects a density. Its values all have one sign, and the smallest lie in the vacuum and are
   * next to nothing.
   */
  private void checkDensity() {
    boolean positive = statistics.min() >= 0;
    double min = positive ? statistics.min() : -statistics.max();
    double max = positive ? statistics.max() : -statistics.min();
    if (min < 0 || min > NOTHING_OF_A_DENSITY * max) {
      return;
    }
    Slab slab = reading.slab;
    double height = slab.structure().lattice().heightAngstrom();
    for (int k = 0; k < averages.length; k++) {
      double beyondTop = origin + k * height / nz() - slab.outermostAngstrom(Side.TOP);
      double wrapped = beyondTop - Math.floor(beyondTop / height) * height;
      double smallest = positive ? statistics.min(k) : -statistics.max(k);
      if (smallest == min && wrapped > 0 && wrapped < slab.gapAngstrom()) {
        found.rejects.add(
            RejectCode.NOT_A_POTENTIAL,
            "Cannot use the values: expected a potential, found no "
                + (positive ? "negative" : "positive")
                + " value and the smallest in size, "
                + min
                + ", in the vacuum (plane "
                + k
                + "), as in a density",
            0);
        return;
      }
    }
  }

  /** Returns the vacuum levels in the file's own unit and sign. */
  private Map<Side, VacuumSearch.Found> levels() {
    double unit = reading.unit == null ? 1 : reading.unit.electronvolts();
    double flatness = reading.request.conventions().vacuumFlatnessEv();
    Map<Side, VacuumSearch.Found> levels = new EnumMap<>(Side.class);
    for (Side side : reading.request.sides()) {
      VacuumSearch search = new VacuumSearch(reading.slab, side, origin, averages, flatness, unit);
      levels.put(side, search.find());
    }
    return levels;
  }

  private void decideSign(Map<Side, VacuumSearch.Found> levels) {
    int k = VacuumWindow.middleOfSlab(reading.slab, origin, nz());
    double vacuum =
        levels.values().stream()
            .mapToDouble(found -> found.level().levelEv())
            .average()
            .orElseThrow();
    found.sign = averages[k] < vacuum ? PotentialSign.ELECTRON : PotentialSign.ELECTROSTATIC;
    PotentialSign declared = reading.request.conventions().sign();
    if (declared != PotentialSign.AUTO && declared != found.sign) {
      found.rejects.add(
          RejectCode.SIGN_CONTRADICTED,
          String.format(
              Locale.ROOT,
              "Cannot use the values: expected the declared sign %s, found %s: the planar average"
                  + " in the middle of the slab is %.6g, in the vacuum %.6g (file's unit)",
              declared.label(),
              found.sign.label(),
              averages[k],
              vacuum),
          0);
    }
  }

  private void keepLevel(Side side, VacuumSearch.Found inFile, double factor) {
    VacuumLevel level = inFile.level().times(factor);
    found.vacuum.put(side, level);
    double most = reading.request.conventions().vacuumFlatnessEv();
    if (inFile.beforeStep()) {
      found.flags.add("vacuum_step");
    }
    if (inFile.defect() != null) {
      found.rejects.add(
          RejectCode.VACUUM_NOT_FLAT,
          "Cannot use the vacuum level of side " + side.label() + ": expected " + inFile.defect(),
          0);
    } else if (!(level.flatnessEv() <= most)) {
      found.rejects.add(
          RejectCode.VACUUM_NOT_FLAT,
          String.format(
              Locale.ROOT,
              "Cannot use the vacuum level of side %s: expected planar averages that differ by at"
                  + " most %.4f eV, found %.4f eV",
              side.label(),
              most,
              level.flatnessEv()),
          0);
    }
  }
}
