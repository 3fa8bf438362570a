package io.github.epdi.grid;

import io.github.epdi.grid.blocks.PlaneBlock;
import java.util.List;

/**
 * Everything that was read of a file's values, in the file's own unit and sign.
 *
 * @param first the first block
 * @param second the second block where the file has exactly two (spin up and down), else null
 * @param blocks number of blocks: 1, 2 or 4
 * @param flags remarks for the tables
 */
record FileValues(PlaneBlock first, PlaneBlock second, int blocks, List<String> flags) {}
