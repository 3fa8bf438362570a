package io.github.epdi.pes;

/**
 * The barriers, in eV, that lithium must climb to travel any distance along one direction (1D) or
 * over the whole surface (2D). A barrier is null if the hops do not connect the sites in that way.
 *
 * @param percolation1dEv threshold minus the lowest site of the connected component
 * @param percolation2dEv likewise, for two independent directions
 * @param percolation1dAboveLowestEv threshold minus the lowest site of the side
 * @param percolation2dAboveLowestEv likewise, for two independent directions
 */
public record PercolationBarriers(
    Double percolation1dEv,
    Double percolation2dEv,
    Double percolation1dAboveLowestEv,
    Double percolation2dAboveLowestEv) {}
