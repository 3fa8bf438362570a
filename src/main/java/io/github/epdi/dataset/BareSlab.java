package io.github.epdi.dataset;

import io.github.epdi.dataset.calculation.Calculation;
import io.github.epdi.dataset.calculation.RunFolder;
import io.github.epdi.dataset.calculation.UnusableException;
import io.github.epdi.tables.dataset.SourceFileValue;
import io.github.epdi.tables.encoding.SurfaceKey;

/**
 * A bare slab from whose energy the binding energies of ions are counted.
 *
 * @param materialId name of the material
 * @param folder folder of its calculation
 * @param calculation its own energy and level of theory; null if the slab is rejected
 * @param surface the side that ions are on; null if the slab is rejected
 * @param grid its potential grid; null if the slab is rejected
 * @param levels its electronic levels, seen from that side; null if the slab is rejected
 * @param problem why it cannot be used; null if it can
 */
record BareSlab(
    String materialId,
    RunFolder folder,
    Calculation calculation,
    SlabSurface surface,
    SourceFileValue grid,
    SurfaceLevels levels,
    UnusableException problem) {
  /** Returns material and side as rows name them. */
  SurfaceKey key() {
    return new SurfaceKey(materialId, surface.side().label());
  }

  boolean isUsable() {
    return problem == null;
  }
}
