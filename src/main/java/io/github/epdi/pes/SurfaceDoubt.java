package io.github.epdi.pes;

import io.github.epdi.structure.DiffusionPath;
import io.github.epdi.structure.Hop;
import io.github.epdi.structure.SiteKind;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Gives the results of a side their intervals.
 *
 * @param spread how far the side's energies may be off
 * @param factors by how many spreads an interval reaches to each side
 */
public record SurfaceDoubt(EnergySpread spread, IntervalFactors factors) {
  /** The interval of a site's energy; null if it cannot be told. */
  Interval energyEv(SurfaceEnergies energies, SiteKind kind, int number) {
    return interval(
        energies.energyEv(kind, number), factors.energy(), spread.energyEv(kind, number));
  }

  /** The interval of a hop's barrier, seen from its site of a kind; null if it cannot be told. */
  Interval barrierEv(SurfaceEnergies energies, Hop hop, SiteKind from) {
    int start = from == SiteKind.T ? hop.top() : hop.hollow();
    return barrier(
        energies.hopEnergyEv(hop) - energies.energyEv(from, start),
        factors.barrier(),
        spread.barrierEv(energies, hop, from));
  }

  /** The interval of a path's barrier, seen from one of its ends; null if it cannot be told. */
  Interval barrierEv(SurfaceEnergies energies, DiffusionPath path, double barrierEv, int fromTop) {
    return barrier(barrierEv, factors.barrier(), spread.barrierEv(energies, path, fromTop));
  }

  /** The interval of a percolation barrier; null if there is none or it cannot be told. */
  Interval barrierEv(SurfaceEnergies energies, PercolationRoute route) {
    return route == null
        ? null
        : barrier(
            route.thresholdEv() - route.lowestEv(),
            factors.percolation(),
            spread.barrierEv(energies, route));
  }

  /** The intervals of the energies at the five points of a path; null if they cannot be told. */
  List<Interval> curve(SurfaceEnergies energies, DiffusionPath path) {
    SiteKind[] kinds = {SiteKind.T, SiteKind.B, SiteKind.H, SiteKind.B, SiteKind.T};
    int[] numbers = {path.startTop(), path.startHop(), path.hollow(), path.endHop(), path.endTop()};
    return factors.energy() == null
        ? null
        : IntStream.range(0, kinds.length)
            .mapToObj(i -> energyEv(energies, kinds[i], numbers[i]))
            .toList();
  }

  private static Interval barrier(double valueEv, Double factor, double spreadEv) {
    Interval interval = interval(valueEv, factor, spreadEv);
    return interval == null ? null : interval.ofBarrier();
  }

  private static Interval interval(double valueEv, Double factor, double spreadEv) {
    return factor == null ? null : Interval.around(valueEv, factor * spreadEv);
  }
}
