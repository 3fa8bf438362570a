package io.github.epdi.pes;

import io.github.epdi.structure.DiffusionPath;
import io.github.epdi.structure.Hop;
import java.util.List;

/**
 * All results for one path T-B-H-B'-T'.
 *
 * @param path its sites and hops
 * @param curve the energies at its five points
 * @param barriers barriers and reaction energy
 * @param extra further predicted points between the five; null unless they were requested
 * @param saddleBelowSite whether one of its bridges lies below one of that bridge's sites in the
 *     mean energies
 * @param intervals intervals of energies and barriers; null if the model tells none
 */
public record PathResult(
    DiffusionPath path,
    PredictedCurve curve,
    Barriers barriers,
    PredictedCurve extra,
    boolean saddleBelowSite,
    Intervals intervals) {
  /**
   * Barriers and reaction energy of a path in eV.
   *
   * @param forwardEv highest energy of the path minus its start
   * @param reverseEv highest energy of the path minus its end
   * @param reactionEv end minus start
   * @param transitionStateEv highest energy of the path
   */
  public record Barriers(
      Predicted forwardEv, Predicted reverseEv, Predicted reactionEv, Predicted transitionStateEv) {
    private static Barriers of(Ensemble<PotentialEnergyCurve> curves) {
      return new Barriers(
          curves.number(PotentialEnergyCurve::forwardBarrierEv),
          curves.number(PotentialEnergyCurve::reverseBarrierEv),
          curves.number(PotentialEnergyCurve::reactionEnergyEv),
          curves.number(PotentialEnergyCurve::highestEv));
    }
  }

  /**
   * Intervals of the energies and barriers of a path.
   *
   * @param lowsEv lower ends at the five points, eV; null if the model tells none
   * @param highsEv upper ends at the five points, eV; null if the model tells none
   * @param forwardEv of the barrier from the start
   * @param reverseEv of the barrier from the end
   */
  public record Intervals(
      List<Double> lowsEv, List<Double> highsEv, Interval forwardEv, Interval reverseEv) {
    private static Intervals of(SurfaceDoubt doubt, SurfaceEnergies energies, DiffusionPath path) {
      if (doubt == null) {
        return null;
      }
      PotentialEnergyCurve curve = PotentialEnergyCurve.along(path, energies);
      List<Interval> points = doubt.curve(energies, path);
      return new Intervals(
          points == null ? null : points.stream().map(Interval::lowEv).toList(),
          points == null ? null : points.stream().map(Interval::highEv).toList(),
          doubt.barrierEv(energies, path, curve.forwardBarrierEv(), path.startTop()),
          doubt.barrierEv(energies, path, curve.reverseBarrierEv(), path.endTop()));
    }
  }

  static PathResult of(
      SurfacePredictions predictions, Ensemble<SurfaceEnergies> energies, DiffusionPath path) {
    Ensemble<PotentialEnergyCurve> curves =
        energies.map(all -> PotentialEnergyCurve.along(path, all));
    ExtraPoints extra = predictions.extraPoints().get(path.id());
    return new PathResult(
        path,
        new PredictedCurve(
            path.positionsAngstrom(),
            Ensemble.energies(curves.map(PotentialEnergyCurve::energiesEv))),
        Barriers.of(curves),
        extra == null ? null : extra.curve(path, predictions.members().size()),
        saddleBelowSite(predictions.graph().hops(), energies.ofMean(), path),
        Intervals.of(predictions.doubt(), energies.ofMean(), path));
  }

  private static boolean saddleBelowSite(List<Hop> hops, SurfaceEnergies mean, DiffusionPath path) {
    return mean.saddleBelowSite(hops.get(path.startHop()))
        || mean.saddleBelowSite(hops.get(path.endHop()));
  }
}
