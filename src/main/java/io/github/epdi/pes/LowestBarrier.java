package io.github.epdi.pes;

import io.github.epdi.structure.DiffusionPath;
import io.github.epdi.structure.SurfaceGraph;
import java.util.Comparator;

/**
 * The lowest forward or reverse barrier of all paths of a side.
 *
 * @param pathId the path with the lowest barrier in the mean energies; among equal ones the first
 * @param barrierEv the lowest barrier in eV; the spread is over each member's own lowest barrier,
 *     which may be on another path
 */
public record LowestBarrier(String pathId, Predicted barrierEv) {
  static LowestBarrier of(SurfaceGraph graph, Ensemble<SurfaceEnergies> energies) {
    return new LowestBarrier(
        lowestPath(graph, energies.ofMean()).id(),
        energies.number(all -> barrierEv(lowestPath(graph, all), all)));
  }

  /** Returns the interval of the barrier of the lowest path; null if it cannot be told. */
  static Interval interval(SurfaceGraph graph, SurfaceEnergies energies, SurfaceDoubt doubt) {
    DiffusionPath path = lowestPath(graph, energies);
    PotentialEnergyCurve curve = PotentialEnergyCurve.along(path, energies);
    boolean forward = curve.forwardBarrierEv() <= curve.reverseBarrierEv();
    return doubt.barrierEv(
        energies,
        path,
        forward ? curve.forwardBarrierEv() : curve.reverseBarrierEv(),
        forward ? path.startTop() : path.endTop());
  }

  private static DiffusionPath lowestPath(SurfaceGraph graph, SurfaceEnergies energies) {
    return graph.paths().stream()
        .min(Comparator.comparingDouble(path -> barrierEv(path, energies)))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Cannot find the lowest barrier of the "
                        + graph.side().label()
                        + " side: expected paths, found none"));
  }

  private static double barrierEv(DiffusionPath path, SurfaceEnergies energies) {
    PotentialEnergyCurve curve = PotentialEnergyCurve.along(path, energies);
    return Math.min(curve.forwardBarrierEv(), curve.reverseBarrierEv());
  }
}
