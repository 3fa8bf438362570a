package io.github.epdi.pes;

import io.github.epdi.structure.Hop;
import io.github.epdi.structure.SiteKind;
import java.util.List;

/**
 * How lithium gets across a side at the percolation threshold: the component of hops that winds
 * around the cell and gives the percolation barrier.
 *
 * @param thresholdEv hop energy at which the component first winds
 * @param lowestEv energy of the component's lowest site; the barrier is the threshold minus it
 * @param lowestKind kind of that site, T or H; among equal sites T, then the first
 * @param lowestNumber number of that site within its kind
 * @param hops all hops of the component up to the threshold, by hop energy; the last is one at the
 *     threshold
 */
public record PercolationRoute(
    double thresholdEv, double lowestEv, SiteKind lowestKind, int lowestNumber, List<Hop> hops) {
  /** Copies the list. */
  public PercolationRoute {
    hops = List.copyOf(hops);
  }

  /** The hop at the threshold: the one that must be climbed. */
  public Hop highestHop() {
    return hops.get(hops.size() - 1);
  }
}
