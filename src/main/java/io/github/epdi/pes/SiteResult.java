package io.github.epdi.pes;

import io.github.epdi.structure.AdsorptionSite;

/**
 * All results for one T, H or B site.
 *
 * @param site the site
 * @param symmetryClass number of its orbit, counted from 0 over the T, then H, then B sites
 * @param meanLocalPotentialEv mean local potential of the site, eV relative to the vacuum level
 * @param bindingEnergyEv binding energy of lithium on it, eV
 * @param intervalEv interval of the binding energy; null if the model tells none
 */
public record SiteResult(
    AdsorptionSite site,
    int symmetryClass,
    double meanLocalPotentialEv,
    Predicted bindingEnergyEv,
    Interval intervalEv) {
  static SiteResult of(
      SurfacePredictions predictions, Ensemble<SurfaceEnergies> energies, AdsorptionSite site) {
    return new SiteResult(
        site,
        predictions.symmetryClass(site),
        predictions.meanLocalPotentials().energyEv(site.kind(), site.number()),
        energies.number(all -> all.energyEv(site.kind(), site.number())),
        predictions.doubt() == null
            ? null
            : predictions.doubt().energyEv(energies.ofMean(), site.kind(), site.number()));
  }
}
