package io.github.epdi.grid;

/**
 * The format, title and size of a grid file, as its first lines show them.
 *
 * @param format the format that the content shows
 * @param title first line or lines, without control characters
 * @param nx points along a, without a repeated end point once the values were read
 * @param ny points along b, likewise
 * @param nz points along c, likewise
 */
public record GridHeader(GridFormat format, String title, int nx, int ny, int nz) {}
