package io.github.epdi.pes;

import io.github.epdi.structure.Hop;
import io.github.epdi.structure.SiteKind;
import java.util.List;

/**
 * The component of hops by which lithium crosses a side at the percolation threshold. It winds
 * around the cell and gives the percolation barrier.
 *
 * @param thresholdEv hop energy at which the component first winds around the cell, eV
 * @param lowestEv energy of the component's lowest site, eV; the barrier is the threshold minus it
 * @param lowestKind kind of that site, T or H; among equal sites T before H
 * @param lowestNumber number of that site within its kind; among equal sites the first
 * @param hops all hops of the component up to the threshold, in order of hop energy; the last is at
 *     the threshold
 */
public record PercolationRoute(
    double thresholdEv, double lowestEv, SiteKind lowestKind, int lowestNumber, List<Hop> hops) {
  /** Copies the list. */
  public PercolationRoute {
    hops = List.copyOf(hops);
  }

  /** Returns the hop at the threshold, which is the highest of the route. */
  public Hop highestHop() {
    return hops.get(hops.size() - 1);
  }
}
