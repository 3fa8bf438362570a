package io.github.epdi.pes;

import io.github.epdi.structure.Hop;
import io.github.epdi.structure.SiteKind;

/**
 * All results for one hop.
 *
 * @param hop the hop from a T to an H site
 * @param bridge the B site in its middle
 * @param ends binding energies at its two sites
 * @param barriers hop energy and barriers
 * @param saddleBelowSite whether the bridge lies below one of the two sites in the mean energies
 * @param intervals intervals of the barriers; null if the model tells none
 */
public record HopResult(
    Hop hop,
    SiteResult bridge,
    Ends ends,
    Barriers barriers,
    boolean saddleBelowSite,
    Intervals intervals) {
  /**
   * Binding energies at the two sites of a hop.
   *
   * @param topEv binding energy at the T site, eV
   * @param hollowEv binding energy at the H site, eV
   */
  public record Ends(Predicted topEv, Predicted hollowEv) {}

  /**
   * Hop energy and barriers in eV.
   *
   * @param hopEnergyEv highest energy of the bridge and the two sites
   * @param forwardEv hop energy minus the binding energy at the T site
   * @param reverseEv hop energy minus the binding energy at the H site
   */
  public record Barriers(Predicted hopEnergyEv, Predicted forwardEv, Predicted reverseEv) {}

  /**
   * Intervals of a hop's barriers.
   *
   * @param forwardEv of the barrier from the T site
   * @param reverseEv of the barrier from the H site
   */
  public record Intervals(Interval forwardEv, Interval reverseEv) {
    private static Intervals of(SurfaceDoubt doubt, SurfaceEnergies energies, Hop hop) {
      return doubt == null
          ? null
          : new Intervals(
              doubt.barrierEv(energies, hop, SiteKind.T),
              doubt.barrierEv(energies, hop, SiteKind.H));
    }
  }

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
        energies.ofMean().saddleBelowSite(hop),
        Intervals.of(predictions.doubt(), energies.ofMean(), hop));
  }
}
