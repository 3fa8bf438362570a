package io.github.epdi.pes;

import io.github.epdi.structure.SiteKind;
import io.github.epdi.structure.SurfaceGraph;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that follows from the predictions for one side of one grid: the only place between predicted
 * energies and rows where anything is computed.
 *
 * <p>Each value follows from the mean energies over the members of the ensemble, each standard
 * deviation from what follows of each member's own energies.
 *
 * @param graph the side's sites, hops and paths
 * @param members number of members that predicted
 * @param sites T, then H sites by number
 * @param hops by number
 * @param paths in the order of the graph's paths
 * @param adsorption where lithium sits best
 * @param barriers what lithium must climb to travel
 * @param diffusion null unless asked for, and where lithium does not percolate in two directions
 */
public record SurfaceResult(
    SurfaceGraph graph,
    int members,
    List<SiteResult> sites,
    List<HopResult> hops,
    List<PathResult> paths,
    Adsorption adsorption,
    Barriers barriers,
    PredictedDiffusion diffusion) {
  /**
   * What lithium must climb to travel on a side.
   *
   * @param lowest the lowest of all paths
   * @param percolation what it takes to travel without end
   */
  public record Barriers(LowestBarrier lowest, PredictedPercolation percolation) {}

  /** Copies the lists. */
  public SurfaceResult {
    sites = List.copyOf(sites);
    hops = List.copyOf(hops);
    paths = List.copyOf(paths);
  }

  /**
   * Computes everything that follows from predictions; a pure function.
   *
   * @param conditions what to assume for rate and diffusivity; null if they are not asked for
   */
  public static SurfaceResult of(
      SurfacePredictions predictions, DiffusionEstimate.Conditions conditions) {
    SurfaceGraph graph = predictions.graph();
    Ensemble<SurfaceEnergies> energies = Ensemble.of(predictions.members());
    Ensemble<PercolationBarriers> percolation = energies.map(all -> Percolation.of(graph, all));
    return new SurfaceResult(
        graph,
        predictions.members().size(),
        Stream.of(SiteKind.T, SiteKind.H)
            .flatMap(kind -> graph.sites(kind).stream())
            .map(site -> SiteResult.of(predictions, energies, site))
            .toList(),
        graph.hops().stream().map(hop -> HopResult.of(predictions, energies, hop)).toList(),
        graph.paths().stream().map(path -> PathResult.of(predictions, energies, path)).toList(),
        Adsorption.of(energies),
        new Barriers(LowestBarrier.of(graph, energies), PredictedPercolation.of(percolation)),
        conditions == null ? null : PredictedDiffusion.of(graph, percolation, conditions));
  }
}
