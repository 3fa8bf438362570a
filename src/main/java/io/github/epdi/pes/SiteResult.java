package io.github.epdi.pes;

import io.github.epdi.structure.AdsorptionSite;

/**
 * What is known of one T, H or B site.
 *
 * @param site where it is
 * @param symmetryClass number of its orbit, counted from 0 over the T, then H, then B sites
 * @param meanLocalPotentialEv the descriptor, relative to the vacuum level
 * @param bindingEnergyEv of lithium on it
 */
public record SiteResult(
    AdsorptionSite site,
    int symmetryClass,
    double meanLocalPotentialEv,
    Predicted bindingEnergyEv) {
  static SiteResult of(
      SurfacePredictions predictions, Ensemble<SurfaceEnergies> energies, AdsorptionSite site) {
    return new SiteResult(
        site,
        predictions.symmetryClass(site),
        predictions.meanLocalPotentials().energyEv(site.kind(), site.number()),
        energies.number(all -> all.energyEv(site.kind(), site.number())));
  }
}
