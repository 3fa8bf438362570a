package io.github.epdi.dataset;

/**
 * The place of a calculation's ion over its slab.
 *
 * @param ion index of the ion among the calculation's atoms
 * @param fracA lateral fractional coordinate along a, projected along the normal, not wrapped
 * @param fracB likewise along b
 * @param normalAngstrom coordinate along the side's outward normal, from the cell's origin, in the
 *     same copy of the cell as the slab
 * @param heightAngstrom height above the mean of the side's chalcogens
 */
record IonPlace(
    int ion, double fracA, double fracB, double normalAngstrom, double heightAngstrom) {}
