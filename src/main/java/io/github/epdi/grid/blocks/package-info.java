/**
 * Blocks of grid values, whole or only the planes that are needed: how many points a block has and
 * in which order, where a plane's text lies in a file, and the statistics of each plane. Values are
 * in the file's own unit and sign. Only the readers of {@code grid} import it.
 */
package io.github.epdi.grid.blocks;
