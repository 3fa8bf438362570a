package io.github.epdi.screening;

/** Tells how carefully a task treats its grids, given what became of earlier tasks with them. */
enum Care {
  /**
   * Grids share batches of images. A task that is tried again after it failed, or after its worker
   * was lost, becomes {@link #GUARDED}.
   */
  SHARED,
  /**
   * Grids are screened one by one, and each has a durable mark while it is screened. A grid that
   * still has a mark from an earlier attempt is left out, because it may have killed that worker.
   */
  GUARDED,
  /**
   * Nothing else runs beside the grid, so a worker that dies is taken to have died of it. The grid
   * is rejected after a number of such starts.
   */
  ALONE
}
