package io.github.epdi.pes;

/**
 * What lithium must climb to travel without end along one direction (1D) or over the whole surface
 * (2D), eV; all null where no energy is enough.
 *
 * @param percolation1dEv threshold minus the lowest site of the component that winds
 * @param percolation2dEv likewise, for two independent directions
 * @param percolation1dAboveLowestEv threshold minus the lowest site of the side
 * @param percolation2dAboveLowestEv likewise, for two independent directions
 */
public record PercolationBarriers(
    Double percolation1dEv,
    Double percolation2dEv,
    Double percolation1dAboveLowestEv,
    Double percolation2dAboveLowestEv) {}
