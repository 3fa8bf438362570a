package io.github.epdi.dataset;

import io.github.epdi.dataset.calculation.Calculation;
import io.github.epdi.dataset.calculation.RunFolder;
import io.github.epdi.dataset.calculation.UnusableException;
import io.github.epdi.tables.columns.SurfaceKey;
import io.github.epdi.tables.dataset.SourceFileValue;

/**
 * A bare slab of which ions' energies are counted.
 *
 * @param materialId its name
 * @param folder where it was calculated
 * @param calculation its own energy and level of theory; null if the slab is rejected
 * @param surface the side that ions are on; null if the slab is rejected
 * @param grid its potential grid; null if the slab is rejected
 * @param problem why it cannot be used; null if it can
 */
record BareSlab(
    String materialId,
    RunFolder folder,
    Calculation calculation,
    SlabSurface surface,
    SourceFileValue grid,
    UnusableException problem) {
  /** The side that ions are on, as rows name it. */
  SurfaceKey key() {
    return new SurfaceKey(materialId, surface.side().label());
  }

  boolean isUsable() {
    return problem == null;
  }
}
