package io.github.epdi.tables;

import io.github.epdi.pes.DiffusionEstimate;
import io.github.epdi.pes.Percolation;
import io.github.epdi.pes.PercolationBarriers;
import io.github.epdi.pes.PotentialEnergyCurve;
import io.github.epdi.pes.SurfaceEnergies;
import io.github.epdi.structure.DiffusionPath;
import io.github.epdi.structure.SiteKind;
import io.github.epdi.structure.SurfaceGraph;
import java.util.Comparator;
import java.util.function.Function;

/** Makes the rows of {@link MaterialsTable}. */
final class MaterialRows {
  private MaterialRows() {}

  static MaterialRow row(
      MaterialDescription material,
      SidePredictions predictions,
      Derived<SurfaceEnergies> energies) {
    SurfaceGraph graph = predictions.graph();
    StructureValues structure = new StructureValues(material.structure());
    Derived<PercolationBarriers> percolation = energies.map(all -> Percolation.of(graph, all));
    Function<PercolationBarriers, Double> rate =
        barriers -> estimate(predictions, barriers, DiffusionEstimate::hoppingRatePerSecond);
    Function<PercolationBarriers, Double> diffusivity =
        barriers -> estimate(predictions, barriers, DiffusionEstimate::diffusivityCm2PerSecond);
    return new MaterialRow(
        material.materialId(),
        graph.side().label(),
        material.formula(),
        material.host(),
        material.hostGroup(),
        material.phase(),
        material.layers(),
        material.dopants(),
        graph.tops().size(),
        graph.hollows().size(),
        graph.bridges().size(),
        graph.uniqueCount(SiteKind.T),
        graph.uniqueCount(SiteKind.H),
        graph.uniqueCount(SiteKind.B),
        predictions.members().size(),
        adsorptionSite(energies.ofMean()),
        energies.value(SurfaceEnergies::lowestEv),
        energies.std(SurfaceEnergies::lowestEv),
        energies.value(all -> all.lowestEv(SiteKind.T)),
        energies.std(all -> all.lowestEv(SiteKind.T)),
        energies.value(all -> all.lowestEv(SiteKind.H)),
        energies.std(all -> all.lowestEv(SiteKind.H)),
        lowestBarrierPath(graph, energies.ofMean()).id(),
        energies.value(all -> lowestBarrierEv(graph, all)),
        energies.std(all -> lowestBarrierEv(graph, all)),
        percolation.value(PercolationBarriers::percolation1dEv),
        percolation.std(PercolationBarriers::percolation1dEv),
        percolation.value(PercolationBarriers::percolation2dEv),
        percolation.std(PercolationBarriers::percolation2dEv),
        percolation.value(PercolationBarriers::percolation1dAboveLowestEv),
        percolation.std(PercolationBarriers::percolation1dAboveLowestEv),
        percolation.value(PercolationBarriers::percolation2dAboveLowestEv),
        percolation.std(PercolationBarriers::percolation2dAboveLowestEv),
        percolation.value(rate),
        percolation.std(rate),
        percolation.value(diffusivity),
        percolation.std(diffusivity),
        predictions.levelOfTheoryMismatch(),
        predictions.flags(),
        structure.elements(),
        structure.elements().size(),
        structure.chemicalFormulaReduced(),
        structure.chemicalFormulaAnonymous(),
        structure.latticeVectors(),
        StructureValues.DIMENSION_TYPES,
        StructureValues.PERIODIC_DIMENSIONS,
        structure.sites());
  }

  private static String adsorptionSite(SurfaceEnergies energies) {
    SiteKind kind =
        energies.lowestEv(SiteKind.T) <= energies.lowestEv(SiteKind.H) ? SiteKind.T : SiteKind.H;
    return kind.name() + energies.lowestNumber(kind);
  }

  private static DiffusionPath lowestBarrierPath(SurfaceGraph graph, SurfaceEnergies energies) {
    return graph.paths().stream()
        .min(Comparator.comparingDouble(path -> barrierEv(path, energies)))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Cannot find the lowest barrier of the "
                        + graph.side().label()
                        + " side: expected paths, found none"));
  }

  private static double lowestBarrierEv(SurfaceGraph graph, SurfaceEnergies energies) {
    return barrierEv(lowestBarrierPath(graph, energies), energies);
  }

  private static double barrierEv(DiffusionPath path, SurfaceEnergies energies) {
    PotentialEnergyCurve curve = PotentialEnergyCurve.along(path, energies);
    return Math.min(curve.forwardBarrierEv(), curve.reverseBarrierEv());
  }

  private static Double estimate(
      SidePredictions predictions,
      PercolationBarriers barriers,
      Function<DiffusionEstimate, Double> part) {
    if (predictions.estimate() == null) {
      return null;
    }
    return DiffusionEstimate.of(predictions.graph(), barriers, predictions.estimate())
        .map(part)
        .orElse(null);
  }
}
