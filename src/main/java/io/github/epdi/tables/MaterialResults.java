package io.github.epdi.tables;

import io.github.epdi.pes.SurfaceEnergies;
import io.github.epdi.structure.AdsorptionSite;
import io.github.epdi.structure.SiteKind;
import java.util.List;
import java.util.stream.Stream;

/**
 * The rows of one side of one material.
 *
 * <p>Each value follows from the mean energies over the members of the ensemble; each {@code
 * *_std_ev} is the sample standard deviation over the members of what follows from each member's
 * own energies.
 *
 * @param sites T, then H sites by number
 * @param hops by number
 * @param barriers in the order of the graph's paths
 * @param material the side as a whole
 */
public record MaterialResults(
    List<SiteRow> sites, List<HopRow> hops, List<BarrierRow> barriers, MaterialRow material) {
  /** Copies the lists. */
  public MaterialResults {
    sites = List.copyOf(sites);
    hops = List.copyOf(hops);
    barriers = List.copyOf(barriers);
  }

  /** The rows that follow from a side's predictions; a pure function. */
  public static MaterialResults of(MaterialDescription material, SidePredictions predictions) {
    Derived<SurfaceEnergies> energies =
        new Derived<>(SurfaceEnergies.mean(predictions.members()), predictions.members());
    List<BarrierRow> barriers =
        predictions.graph().paths().stream()
            .map(path -> PathRows.row(material, predictions, energies, path))
            .toList();
    return new MaterialResults(
        siteRows(material, predictions, energies),
        predictions.graph().hops().stream()
            .map(hop -> HopRows.row(material, predictions, energies, hop))
            .toList(),
        barriers,
        MaterialRows.row(material, predictions, energies));
  }

  private static List<SiteRow> siteRows(
      MaterialDescription material,
      SidePredictions predictions,
      Derived<SurfaceEnergies> energies) {
    return Stream.of(SiteKind.T, SiteKind.H)
        .flatMap(kind -> predictions.graph().sites(kind).stream())
        .map(site -> siteRow(material, predictions, energies, site))
        .toList();
  }

  private static SiteRow siteRow(
      MaterialDescription material,
      SidePredictions predictions,
      Derived<SurfaceEnergies> energies,
      AdsorptionSite site) {
    LateralPosition place =
        LateralPosition.of(material.lattice(), predictions.graph().side(), site.u(), site.v());
    return new SiteRow(
        material.materialId(),
        predictions.graph().side().label(),
        site.id(),
        site.kind().name(),
        site.number(),
        site.u(),
        site.v(),
        place.xAngstrom(),
        place.yAngstrom(),
        site.anchorAngstrom(),
        predictions.symmetryClass(site),
        site.representative(),
        site.multiplicity(),
        predictions.meanLocalPotentials().energyEv(site.kind(), site.number()),
        energies.value(all -> all.energyEv(site.kind(), site.number())),
        energies.std(all -> all.energyEv(site.kind(), site.number())),
        List.of());
  }
}
