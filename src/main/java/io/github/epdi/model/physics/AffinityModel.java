package io.github.epdi.model.physics;

import io.github.epdi.structure.SiteKind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Predicts the binding energies of a side's sites from their descriptors.
 *
 * <p>Lithium gives its electron to the slab. What a material's sites have in common therefore
 * follows the slab's electron affinity, and is learnt across materials. What sets its sites apart
 * follows the local potential, and is learnt within materials. Each has its own regression: the
 * first gives the level of all sites, the second gives the differences between them. Immutable and
 * thread-safe.
 */
public final class AffinityModel {
  private final EnergyProcess level;
  private final EnergyProcess contrast;
  private final TrainedDomain domain;
  private final double meanEv;
  private final double scale;

  /**
   * Fits both regressions, which takes some tenths of a second for 300 rows.
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
    this.meanEv = 0;
    this.scale = 1;
  }

  private AffinityModel(AffinityModel fitted, double meanEv, double scale) {
    this.level = fitted.level;
    this.contrast = fitted.contrast;
    this.domain = fitted.domain;
    this.meanEv = meanEv;
    this.scale = scale;
  }

  /** Returns the same regressions with energies mean + scale * y, where y is theirs. */
  AffinityModel scaled(double mean, double factor) {
    return new AffinityModel(this, mean, factor);
  }

  /**
   * Predicts the energies, in eV, of the sites of one side of a material that the model has not
   * seen.
   *
   * @param sites all unique sites of the side; they share a level, so a part of them may get other
   *     energies than all
   */
  public double[] energiesEv(List<SiteDescriptors> sites) {
    double[] energies = contrast.energiesEv(sites, null);
    double shift = shift(sites, level.energiesEv(sites, null), energies);
    for (int s = 0; s < energies.length; s++) {
      energies[s] += shift;
    }
    return scaled(energies);
  }

  /**
   * Predicts the energies, in eV, of further sites of a material for which labels are known. Its
   * own level is among the rows and need not be predicted.
   */
  public double[] energiesEv(List<SiteDescriptors> sites, String materialId) {
    return scaled(contrast.energiesEv(sites, materialId));
  }

  /**
   * Computes how the errors of {@link #energiesEv(List)} vary together: the covariance, in eV
   * squared, of what labels of these sites would differ by from the prediction. What the material's
   * sites share is the error of its level; around it the errors are those of the differences, and
   * the noise of a label.
   *
   * @param sites all unique sites of the side, as they were predicted
   */
  public double[][] errorCovariance(List<SiteDescriptors> sites) {
    double[] weights = weights(sites);
    double common = weighted(level.errorCovariance(sites), weights);
    double[][] covariance = contrast.errorCovariance(sites);
    double middle = weighted(covariance, weights);
    int n = sites.size();
    double[] towards = new double[n];
    for (int s = 0; s < n; s++) {
      for (int t = 0; t < n; t++) {
        towards[s] += weights[t] * covariance[s][t];
      }
    }
    double noise = contrast.noiseEv() * contrast.noiseEv();
    for (int s = 0; s < n; s++) {
      for (int t = 0; t < n; t++) {
        double around = covariance[s][t] - towards[s] - towards[t] + middle;
        covariance[s][t] = scale * scale * (common + around + (s == t ? noise : 0));
      }
    }
    return covariance;
  }

  /** Returns the weights of a mean over the kinds of the means over the sites of each kind. */
  private static double[] weights(List<SiteDescriptors> sites) {
    Map<SiteKind, Integer> counts = new EnumMap<>(SiteKind.class);
    sites.forEach(site -> counts.merge(site.kind(), 1, Integer::sum));
    return sites.stream()
        .mapToDouble(site -> 1.0 / counts.get(site.kind()) / counts.size())
        .toArray();
  }

  private static double weighted(double[][] covariance, double[] weights) {
    double sum = 0;
    for (int s = 0; s < weights.length; s++) {
      for (int t = 0; t < weights.length; t++) {
        sum += weights[s] * weights[t] * covariance[s][t];
      }
    }
    return sum;
  }

  private double[] scaled(double[] energies) {
    for (int s = 0; s < energies.length; s++) {
      energies[s] = meanEv + scale * energies[s];
    }
    return energies;
  }

  /**
   * Says what of a site was not learnt, so that its energy is extrapolated, as {@link
   * TrainedDomain#doubts} names it.
   */
  public List<Doubt> doubts(SiteDescriptors site) {
    return domain.doubts(site);
  }

  /**
   * Averages the difference first less second over the sites of each kind, and then over the kinds.
   */
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
