package io.github.epdi.screening;

/** How a task goes about its grids, after what became of earlier tasks with them. */
enum Care {
  /**
   * Grids share batches of images. A task that is tried again after it failed, or whose worker was
   * lost, is {@link #GUARDED}.
   */
  SHARED,
  /**
   * Grid by grid, each with a durable mark while it lasts; a grid with a mark that was left is left
   * out: either it killed its worker or it was near.
   */
  GUARDED,
  /**
   * Nothing else runs beside it, so a worker that dies, dies of it: after so many starts a grid is
   * rejected.
   */
  ALONE
}
