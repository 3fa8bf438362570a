package io.github.epdi.training.accuracy;

import io.github.epdi.structure.AdsorptionSite;
import io.github.epdi.structure.DiffusionPath;
import io.github.epdi.structure.SurfaceGraph;
import io.github.epdi.training.examples.LabelledGrid;
import io.github.epdi.training.examples.SiteValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Pairs the forward barriers that follow from labels with those that follow from predictions. A
 * forward barrier is the highest of the five points of a path minus its start, in eV. Only paths
 * whose five points are all labelled and predicted have a pair.
 */
public final class BarrierPairs {
  private final SiteValues labels;
  private final SiteValues predictions;

  public BarrierPairs(SiteValues labels, SiteValues predictions) {
    this.labels = labels;
    this.predictions = predictions;
  }

  /** Returns the pairs of the paths of some materials. */
  public List<Pair> of(List<LabelledGrid> grids) {
    return of(grids, labels);
  }

  /**
   * Returns the pairs of those paths of which at least one bridge has a value in {@code bridges}.
   */
  public List<Pair> of(List<LabelledGrid> grids, SiteValues bridges) {
    List<Pair> pairs = new ArrayList<>();
    for (LabelledGrid grid : grids) {
      for (DiffusionPath path : grid.graph().paths()) {
        List<AdsorptionSite> points = points(grid.graph(), path);
        if (bridges.of(grid, points.get(1)).isEmpty()
            && bridges.of(grid, points.get(3)).isEmpty()) {
          continue;
        }
        Optional<Double> known = barrierEv(grid, points, labels);
        Optional<Double> predicted = barrierEv(grid, points, predictions);
        if (known.isPresent() && predicted.isPresent()) {
          pairs.add(new Pair(grid.materialId(), known.get(), predicted.get()));
        }
      }
    }
    return pairs;
  }

  private static List<AdsorptionSite> points(SurfaceGraph graph, DiffusionPath path) {
    return List.of(
        graph.tops().get(path.startTop()),
        graph.bridges().get(path.startHop()),
        graph.hollows().get(path.hollow()),
        graph.bridges().get(path.endHop()),
        graph.tops().get(path.endTop()));
  }

  private static Optional<Double> barrierEv(
      LabelledGrid grid, List<AdsorptionSite> points, SiteValues energies) {
    List<OptionalDouble> values = points.stream().map(point -> energies.of(grid, point)).toList();
    if (!values.stream().allMatch(OptionalDouble::isPresent)) {
      return Optional.empty();
    }
    Stream<Double> known = values.stream().map(OptionalDouble::getAsDouble);
    return Optional.of(
        known.mapToDouble(Double::doubleValue).max().orElseThrow() - values.get(0).getAsDouble());
  }
}
