package io.github.epdi.grid;

import io.github.epdi.grid.blocks.PlaneBlock;
import java.util.List;

/**
 * All that was read of a file's values, in its own unit and sign.
 *
 * @param first the first block
 * @param second the second block where the file has exactly two (spin up and down), else null
 * @param blocks number of blocks: 1, 2 or 4
 * @param flags remarks
 */
record FileValues(PlaneBlock first, PlaneBlock second, int blocks, List<String> flags) {}
