package io.github.epdi.suggestion;

/** What calculations are suggested for. */
public enum Purpose {
  /** The lowest T or H site of the component that crosses the surface, one run a material. */
  SITES,
  /** The highest place of the hop at the 2D threshold, mostly a bridge, one run a material. */
  SADDLES,
  /** Both, which set the 2D percolation barrier, two runs a material. */
  MATERIALS
}
