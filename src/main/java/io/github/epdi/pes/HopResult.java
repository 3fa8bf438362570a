package io.github.epdi.pes;

import io.github.epdi.structure.Hop;
import io.github.epdi.structure.SiteKind;

/**
 * What is known of one hop.
 *
 * @param hop from a T to an H site
 * @param bridge the site in its middle
 * @param ends binding energies where it starts and where it leads to
 * @param barriers what must be climbed
 * @param saddleBelowSite whether the bridge lies below one of the two sites, by the mean energies
 */
public record HopResult(
    Hop hop, SiteResult bridge, Ends ends, Barriers barriers, boolean saddleBelowSite) {
  /**
   * Binding energies at a hop's two sites.
   *
   * @param topEv at the T site
   * @param hollowEv at the H site
   */
  public record Ends(Predicted topEv, Predicted hollowEv) {}

  /**
   * What must be climbed on a hop.
   *
   * @param hopEnergyEv highest of the bridge and the two sites
   * @param forwardEv hop energy minus the binding energy at the T site
   * @param reverseEv hop energy minus the binding energy at the H site
   */
  public record Barriers(Predicted hopEnergyEv, Predicted forwardEv, Predicted reverseEv) {}

  static HopResult of(SurfacePredictions predictions, Ensemble<SurfaceEnergies> energies, Hop hop) {
    return new HopResult(
        hop,
        SiteResult.of(predictions, energies, predictions.graph().bridges().get(hop.number())),
        new Ends(
            energies.number(all -> all.energyEv(SiteKind.T, hop.top())),
            energies.number(all -> all.energyEv(SiteKind.H, hop.hollow()))),
        new Barriers(
            energies.number(all -> all.hopEnergyEv(hop)),
            energies.number(all -> all.hopEnergyEv(hop) - all.energyEv(SiteKind.T, hop.top())),
            energies.number(all -> all.hopEnergyEv(hop) - all.energyEv(SiteKind.H, hop.hollow()))),
        energies.ofMean().saddleBelowSite(hop));
  }
}
