package io.github.epdi.training.affinity;

import io.github.epdi.model.physics.AffinityModel;
import io.github.epdi.model.physics.LabelledDescriptors;
import io.github.epdi.model.physics.SiteDescriptors;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Predicts labels by models that have not seen them. Groups of materials are left out one after
 * another, and each label is predicted by the model that was fitted without its group.
 */
final class LeftOut {
  /** A model that was fitted to labels and predicts the sites of one unseen material. */
  interface Fit {
    /** Returns the energies of the sites of one material in eV. */
    double[] energiesEv(List<SiteDescriptors> sites);

    /** Returns the covariance of their errors in eV squared, or null if the model tells none. */
    default double[][] errorCovariance(List<SiteDescriptors> sites) {
      return null;
    }
  }

  /** A way of fitting a model. */
  interface Fitting {
    Fit fit(List<LabelledDescriptors> rows);
  }

  /** Fits the model that bundles ship. */
  static final Fitting AFFINITY =
      rows -> {
        AffinityModel model = new AffinityModel(rows);
        return new Fit() {
          @Override
          public double[] energiesEv(List<SiteDescriptors> sites) {
            return model.energiesEv(sites);
          }

          @Override
          public double[][] errorCovariance(List<SiteDescriptors> sites) {
            return model.errorCovariance(sites);
          }
        };
      };

  private final IdentityHashMap<DescribedSite, Double> predictions = new IdentityHashMap<>();

  private final Map<String, double[][]> covariances = new HashMap<>();

  /**
   * Leaves groups out in turn and predicts them.
   *
   * @param group gives the group of a site's material, for example its name or its host
   */
  LeftOut(List<DescribedSite> sites, Function<DescribedSite, String> group, Fitting fitting) {
    Map<String, List<DescribedSite>> groups =
        sites.stream()
            .collect(Collectors.groupingBy(group, LinkedHashMap::new, Collectors.toList()));
    groups.forEach(
        (name, left) -> {
          Fit fit =
              fitting.fit(
                  sites.stream()
                      .filter(site -> !group.apply(site).equals(name))
                      .map(DescribedSite::labelled)
                      .toList());
          left.stream()
              .collect(
                  Collectors.groupingBy(
                      DescribedSite::materialId, LinkedHashMap::new, Collectors.toList()))
              .values()
              .forEach(material -> predict(fit, material));
        });
  }

  private void predict(Fit fit, List<DescribedSite> material) {
    List<SiteDescriptors> described = material.stream().map(DescribedSite::descriptors).toList();
    double[] energies = fit.energiesEv(described);
    covariances.put(material.get(0).materialId(), fit.errorCovariance(described));
    for (int s = 0; s < energies.length; s++) {
      predictions.put(material.get(s), energies[s]);
    }
  }

  /**
   * Returns the covariance of the errors of a material's predictions in eV squared, in the order of
   * its labels, or null if the models tell none.
   */
  double[][] errorCovariance(String materialId) {
    return covariances.get(materialId);
  }

  /** Returns what was predicted for a site in eV. */
  double energyEv(DescribedSite site) {
    return predictions.get(site);
  }
}
