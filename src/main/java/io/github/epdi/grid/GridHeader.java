package io.github.epdi.grid;

import io.github.epdi.structure.CrystalStructure;

/**
 * What stands before the values.
 *
 * @param format the format that the content shows
 * @param title first line or lines, control characters stripped
 * @param nx points along a; of an XSF whose values were read, without points that are repeated
 * @param ny points along b
 * @param nz points along c
 * @param structure cell and atoms, relative to the grid's first point; null where an element or the
 *     cell is unknown
 * @param unit the unit that the format implies, null where it does not say
 */
public record GridHeader(
    GridFormat format,
    String title,
    int nx,
    int ny,
    int nz,
    CrystalStructure structure,
    EnergyUnit unit) {}
