package io.github.epdi.training.affinity;

import io.github.epdi.training.loop.Seeds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/** One group of materials that is left out, and what the regressions say with and without it. */
final class LeftOutPart {
  private static final int INNER_FOLDS = 5;
  private static final long SEED = 1;

  private final int[] trained;
  private final int[] asked;
  private final double[] saidEv;
  private final double[] residualEv;

  private LeftOutPart(int[] trained, int[] asked, double[] saidEv, double[] residualEv) {
    this.trained = trained;
    this.asked = asked;
    this.saidEv = saidEv;
    this.residualEv = residualEv;
  }

  /** Returns the sites that may be learnt from. */
  int[] trained() {
    return trained.clone();
  }

  /** Returns the sites of the materials that are left out. */
  int[] asked() {
    return asked.clone();
  }

  /**
   * Returns, by number of the site, what the regressions that were fitted to the trained sites say
   * of the asked ones.
   */
  double[] saidEv() {
    return saidEv.clone();
  }

  /**
   * Returns, for each trained site, its label less the prediction of regressions that were fitted
   * to the other trained materials.
   */
  double[] residualEv() {
    return residualEv.clone();
  }

  /** A factor on what is added to the regressions, with the error that it leaves. */
  record Factor(double value, double maeEv) {
    /** Returns the factor, from 0 to 1 in steps of a tenth, that leaves the least error. */
    static Factor choose(int[] sites, double[] residualEv, double[] addedEv) {
      Factor best = null;
      for (int tenth = 0; tenth <= 10; tenth++) {
        double value = tenth / 10.0;
        double mae =
            Arrays.stream(sites)
                .mapToDouble(i -> Math.abs(residualEv[i] - value * addedEv[i]))
                .average()
                .orElseThrow();
        if (best == null || mae < best.maeEv() - 1e-12) {
          best = new Factor(value, mae);
        }
      }
      return best;
    }
  }

  /** Leaves out groups of materials in turn. */
  static List<LeftOutPart> all(List<DescribedSite> sites, Function<DescribedSite, String> group) {
    List<LeftOutPart> parts = new ArrayList<>();
    for (String name : sites.stream().map(group).distinct().toList()) {
      int[] trained = which(sites, site -> !group.apply(site).equals(name));
      int[] asked = which(sites, site -> group.apply(site).equals(name));
      List<DescribedSite> known = Arrays.stream(trained).mapToObj(sites::get).toList();
      LeftOut inner = new LeftOut(known, DescribedSite::materialId, LeftOut.AFFINITY);
      LeftOut.Fit fit = LeftOut.AFFINITY.fit(known.stream().map(DescribedSite::labelled).toList());
      double[] said = new double[sites.size()];
      for (int[] material : byMaterial(sites, asked).values()) {
        double[] energies =
            fit.energiesEv(
                Arrays.stream(material).mapToObj(i -> sites.get(i).descriptors()).toList());
        for (int s = 0; s < material.length; s++) {
          said[material[s]] = energies[s];
        }
      }
      double[] residuals = new double[sites.size()];
      for (int i : trained) {
        residuals[i] = sites.get(i).labelEv() - inner.energyEv(sites.get(i));
      }
      parts.add(new LeftOutPart(trained, asked, said, residuals));
    }
    return parts;
  }

  private static int[] which(
      List<DescribedSite> sites, java.util.function.Predicate<DescribedSite> chosen) {
    return IntStream.range(0, sites.size()).filter(i -> chosen.test(sites.get(i))).toArray();
  }

  private static Map<String, int[]> byMaterial(List<DescribedSite> sites, int[] chosen) {
    Map<String, int[]> materials = new HashMap<>();
    for (String id : Arrays.stream(chosen).mapToObj(i -> sites.get(i).materialId()).toList()) {
      materials.computeIfAbsent(
          id,
          name ->
              Arrays.stream(chosen).filter(i -> sites.get(i).materialId().equals(name)).toArray());
    }
    return materials;
  }

  /** Returns folds of the materials of some sites, as lists of sites. */
  static List<int[]> folds(List<DescribedSite> sites, int[] chosen) {
    Map<String, Integer> folds = foldOf(Arrays.stream(chosen).mapToObj(sites::get).toList());
    return IntStream.range(0, INNER_FOLDS)
        .mapToObj(
            fold ->
                Arrays.stream(chosen)
                    .filter(i -> folds.get(sites.get(i).materialId()) == fold)
                    .toArray())
        .toList();
  }

  /** Gives each material one of five folds, in an order that is drawn. */
  static Map<String, Integer> foldOf(List<DescribedSite> sites) {
    List<String> materials =
        new ArrayList<>(sites.stream().map(DescribedSite::materialId).distinct().sorted().toList());
    Collections.shuffle(materials, Seeds.random(SEED, "folds", materials.size()));
    Map<String, Integer> folds = new HashMap<>();
    for (int i = 0; i < materials.size(); i++) {
      folds.put(materials.get(i), i % INNER_FOLDS);
    }
    return folds;
  }

  /** Keeps a number within the residuals of the trained sites. */
  double bounded(double addedEv) {
    double low = Arrays.stream(trained).mapToDouble(i -> residualEv[i]).min().orElseThrow();
    double high = Arrays.stream(trained).mapToDouble(i -> residualEv[i]).max().orElseThrow();
    return Math.max(low, Math.min(high, addedEv));
  }
}
