package io.github.epdi.pes;

/**
 * The routes behind the percolation barriers of a side.
 *
 * @param along1d route in one direction; null if there is none
 * @param across2d route over the whole surface; null if there is none
 */
public record PercolationRoutes(PercolationRoute along1d, PercolationRoute across2d) {}
