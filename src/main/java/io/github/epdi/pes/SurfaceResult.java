package io.github.epdi.pes;

import io.github.epdi.structure.SiteKind;
import io.github.epdi.structure.SurfaceGraph;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything that follows from the predictions for one side of one grid. All results between
 * predicted energies and rows of tables are computed here.
 *
 * <p>Each value follows from the mean energies over the members of the ensemble. Each standard
 * deviation is taken over the results of each member's own energies.
 *
 * <p>A side that no energies were predicted for has no members and no results.
 *
 * @param graph the side's sites, hops and paths
 * @param members number of members of the ensemble
 * @param sites T, then H sites by number
 * @param hops hops by number
 * @param paths paths in the order of the graph
 * @param adsorption the site that binds lithium most strongly; null without energies
 * @param barriers barriers for the travel of lithium; null without energies
 * @param diffusion estimate of diffusion; null unless it was requested and lithium percolates in
 *     two directions
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
   * The barriers for the travel of lithium on a side.
   *
   * @param lowest lowest barrier of all paths
   * @param percolation barriers for travelling any distance
   * @param intervals intervals of these; null if the model tells none
   */
  public record Barriers(
      LowestBarrier lowest, PredictedPercolation percolation, Intervals intervals) {}

  /**
   * Intervals of the barriers of a side. Percolation barriers are counted from the lowest site of
   * the connected component.
   *
   * @param lowest of the lowest barrier's path
   * @param along1dEv of the barrier in one direction; null if there is none
   * @param across2dEv of the barrier over the whole surface; null if there is none
   */
  public record Intervals(Interval lowest, Interval along1dEv, Interval across2dEv) {
    private static Intervals of(SurfacePredictions predictions, SurfaceEnergies energies) {
      if (predictions.doubt() == null) {
        return null;
      }
      PercolationRoutes routes = Percolation.routes(predictions.graph(), energies);
      return new Intervals(
          LowestBarrier.interval(predictions.graph(), energies, predictions.doubt()),
          predictions.doubt().barrierEv(energies, routes.along1d()),
          predictions.doubt().barrierEv(energies, routes.across2d()));
    }
  }

  /** Copies the lists. */
  public SurfaceResult {
    sites = List.copyOf(sites);
    hops = List.copyOf(hops);
    paths = List.copyOf(paths);
  }

  /** Makes the result of a side that no energies were predicted for. */
  public static SurfaceResult withoutEnergies(SurfaceGraph graph) {
    return new SurfaceResult(graph, 0, List.of(), List.of(), List.of(), null, null, null);
  }

  /** Tells whether energies were predicted. */
  public boolean hasEnergies() {
    return members > 0;
  }

  /**
   * Computes everything that follows from predictions. This is a pure function.
   *
   * @param predictions what the members predicted
   * @param conditions assumptions for rate and diffusivity; null if they are not requested
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
        Adsorption.of(energies, predictions.doubt()),
        new Barriers(
            LowestBarrier.of(graph, energies),
            PredictedPercolation.of(percolation),
            Intervals.of(predictions, energies.ofMean())),
        conditions == null ? null : PredictedDiffusion.of(graph, percolation, conditions));
  }
}
