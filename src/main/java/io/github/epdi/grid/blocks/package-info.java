/**
 * Blocks of grid values, read as a whole or only in the needed planes: the number and order of
 * points, the place of a plane's text in a file, and statistics of each plane. Values are in the
 * file's own unit and sign. Only the readers of {@code grid} import this package.
 */
package io.github.epdi.grid.blocks;
