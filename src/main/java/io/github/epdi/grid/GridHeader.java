package io.github.epdi.grid;

/**
 * The form of a grid file, which its first lines show.
 *
 * @param format the format that the content shows
 * @param title first line or lines, control characters stripped
 * @param nx points along a; where values were read, without points that are repeated
 * @param ny points along b
 * @param nz points along c
 */
public record GridHeader(GridFormat format, String title, int nx, int ny, int nz) {}
