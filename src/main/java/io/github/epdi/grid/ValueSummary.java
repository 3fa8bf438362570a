package io.github.epdi.grid;

/**
 * What a file's values show before a slab or a unit gives them a meaning.
 *
 * @param statistics statistics of the first block, in the file's own unit and sign
 * @param spinBlocks number of blocks: 1, 2 (up and down) or 4 (noncollinear)
 * @param xc what is known about exchange-correlation
 */
public record ValueSummary(GridStatistics statistics, int spinBlocks, XcFinding xc) {}
