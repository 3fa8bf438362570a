package io.github.epdi.model.physics;

import io.github.epdi.structure.SiteKind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Predicts the binding energies of a side's sites from their descriptors.
 *
 * <p>Lithium gives its electron to the slab, so what a material's sites have in common follows the
 * slab's electron affinity, and is learnt across materials; what sets its sites apart follows the
 * local potential, and is learnt within materials. Each has a regression of its own: the
 * differences between sites are the second's, the level of all of them is the first's. Immutable,
 * thread-safe.
 */
public final class AffinityModel {
  private final EnergyProcess level;
  private final EnergyProcess contrast;
  private final TrainedDomain domain;

  /**
   * Fits both regressions; some tenths of a second for 300 rows.
   *
   * @param rows labelled sites of several materials
   */
  public AffinityModel(List<LabelledDescriptors> rows) {
    this(rows, ProcessForm.LEVEL, ProcessForm.CONTRAST);
  }

  AffinityModel(List<LabelledDescriptors> rows, ProcessForm level, ProcessForm contrast) {
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("Cannot fit energies: expected labels, found none");
    }
    this.level = new EnergyProcess(level, rows);
    this.contrast = new EnergyProcess(contrast, rows);
    this.domain = new TrainedDomain(rows);
  }

  /**
   * Energies of the sites of one side of a material that the model has not seen, eV.
   *
   * @param sites all unique sites of the side: they share a level, so a part of them may get other
   *     energies than all
   */
  public double[] energiesEv(List<SiteDescriptors> sites) {
    double[] energies = contrast.energiesEv(sites, null);
    double shift = shift(sites, level.energiesEv(sites, null), energies);
    for (int s = 0; s < energies.length; s++) {
      energies[s] += shift;
    }
    return energies;
  }

  /**
   * Energies of further sites of a material that labels are known of, eV: its own level is among
   * the rows and need not be predicted.
   */
  public double[] energiesEv(List<SiteDescriptors> sites, String materialId) {
    return contrast.energiesEv(sites, materialId);
  }

  /**
   * Says what of a side was not learnt, so that its energies are extrapolated: words for the column
   * {@code flags}, in alphabetical order, as {@link TrainedDomain#doubts} names them.
   */
  public List<String> doubts(List<SiteDescriptors> sites) {
    return domain.doubts(sites);
  }

  /** Mean over kinds of the mean over sites of a kind of first less second. */
  private static double shift(List<SiteDescriptors> sites, double[] first, double[] second) {
    Map<SiteKind, double[]> sums = new EnumMap<>(SiteKind.class);
    for (int s = 0; s < first.length; s++) {
      double[] sum = sums.computeIfAbsent(sites.get(s).kind(), kind -> new double[2]);
      sum[0] += first[s] - second[s];
      sum[1]++;
    }
    return sums.values().stream().mapToDouble(sum -> sum[0] / sum[1]).average().orElse(0);
  }
}
