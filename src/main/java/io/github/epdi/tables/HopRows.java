package io.github.epdi.tables;

import io.github.epdi.pes.SurfaceEnergies;
import io.github.epdi.structure.AdsorptionSite;
import io.github.epdi.structure.Hop;
import io.github.epdi.structure.SiteKind;
import java.util.List;

/** Makes the rows of {@link HopsTable}. */
final class HopRows {
  /** Flag of hops and paths with a bridge below one of its sites: no saddle there. */
  static final String SADDLE_BELOW_SITE = "saddle_below_site";

  private HopRows() {}

  static HopRow row(
      MaterialDescription material,
      SidePredictions predictions,
      Derived<SurfaceEnergies> energies,
      Hop hop) {
    AdsorptionSite bridge = predictions.graph().bridges().get(hop.number());
    LateralPosition place =
        LateralPosition.of(material.lattice(), predictions.graph().side(), bridge.u(), bridge.v());
    boolean below = energies.ofMean().saddleBelowSite(hop);
    return new HopRow(
        material.materialId(),
        predictions.graph().side().label(),
        hop.id(),
        hop.number(),
        SiteKind.T.name() + hop.top(),
        SiteKind.H.name() + hop.hollow(),
        hop.du(),
        hop.dv(),
        bridge.u(),
        bridge.v(),
        place.xAngstrom(),
        place.yAngstrom(),
        bridge.anchorAngstrom(),
        predictions.symmetryClass(bridge),
        bridge.representative(),
        bridge.multiplicity(),
        predictions.meanLocalPotentials().energyEv(SiteKind.B, hop.number()),
        energies.value(all -> all.energyEv(SiteKind.B, hop.number())),
        energies.std(all -> all.energyEv(SiteKind.B, hop.number())),
        energies.value(all -> all.energyEv(SiteKind.T, hop.top())),
        energies.std(all -> all.energyEv(SiteKind.T, hop.top())),
        energies.value(all -> all.energyEv(SiteKind.H, hop.hollow())),
        energies.std(all -> all.energyEv(SiteKind.H, hop.hollow())),
        energies.value(all -> all.hopEnergyEv(hop)),
        energies.std(all -> all.hopEnergyEv(hop)),
        energies.value(all -> all.hopEnergyEv(hop) - all.energyEv(SiteKind.T, hop.top())),
        energies.std(all -> all.hopEnergyEv(hop) - all.energyEv(SiteKind.T, hop.top())),
        energies.value(all -> all.hopEnergyEv(hop) - all.energyEv(SiteKind.H, hop.hollow())),
        energies.std(all -> all.hopEnergyEv(hop) - all.energyEv(SiteKind.H, hop.hollow())),
        below,
        below ? List.of(SADDLE_BELOW_SITE) : List.of());
  }
}
