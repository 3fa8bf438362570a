package io.github.epdi.screening;

import io.github.epdi.grid.GridReading;
import java.util.List;

/** Gives the sides of grids their energies, at once or with images that share batches. */
interface SideEnergies {
  /**
   * Begins with the sides of a grid that are to be screened.
   *
   * @throws io.github.epdi.screening.batch.NetworkFailure if a batch cannot be predicted
   */
  List<PendingSide> begin(PlannedGrid input, GridReading.Accepted reading);

  /** Predicts what still waits, so that all sides that were begun get their energies. */
  void finish();

  /** Starts afresh after a batch could not be predicted. Sides that were begun get no energies. */
  void forget();

  /** Returns the same kind of prediction for a single grid, in isolation from all other grids. */
  SideEnergies alone();

  /** Returns the number of members in the model's ensemble. */
  int members();

  /**
   * Returns the number of copies of an image over which a prediction is averaged, or 0 if there are
   * no images.
   */
  int copies();
}
