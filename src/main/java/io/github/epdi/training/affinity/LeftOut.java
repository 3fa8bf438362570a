package io.github.epdi.training.affinity;

import io.github.epdi.model.physics.AffinityModel;
import io.github.epdi.model.physics.LabelledDescriptors;
import io.github.epdi.model.physics.SiteDescriptors;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Predictions of labels by models that have not seen them: groups of materials are left out one
 * after another, and each label is predicted by the model that was fitted without its group.
 */
final class LeftOut {
  /** Something that is fitted to labels and predicts the sites of one unseen material. */
  interface Fit {
    /** Energies of the sites of one material, eV. */
    double[] energiesEv(List<SiteDescriptors> sites);
  }

  /** How something is fitted. */
  interface Fitting {
    /** Fits to labels of several materials. */
    Fit fit(List<LabelledDescriptors> rows);
  }

  /** The shipped model. */
  static final Fitting AFFINITY = rows -> new AffinityModel(rows)::energiesEv;

  private final IdentityHashMap<DescribedSite, Double> predictions = new IdentityHashMap<>();

  /**
   * Leaves groups out in turn.
   *
   * @param group of a site's material, for example its name or its host
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
    double[] energies = fit.energiesEv(material.stream().map(DescribedSite::descriptors).toList());
    for (int s = 0; s < energies.length; s++) {
      predictions.put(material.get(s), energies[s]);
    }
  }

  /** What was predicted for a site, eV. */
  double energyEv(DescribedSite site) {
    return predictions.get(site);
  }
}
