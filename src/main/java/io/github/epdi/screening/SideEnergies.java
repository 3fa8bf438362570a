package io.github.epdi.screening;

import io.github.epdi.grid.GridReading;
import java.util.List;

/** How the sides of grids come to their energies: at once, or with images that share batches. */
interface SideEnergies {
  /**
   * Begins with the sides of a grid that are to be screened.
   *
   * @throws io.github.epdi.screening.batch.NetworkFailure if a batch cannot be predicted
   */
  List<PendingSide> begin(PlannedGrid input, GridReading.Accepted reading);

  /** Brings in the energies of all sides that were begun. */
  void finish();

  /** Goes on afresh after a batch could not be predicted: what was begun gets no energies. */
  void forget();

  /** The same for a grid by itself, which nothing of another grid can reach. */
  SideEnergies alone();

  /** Members of the model's ensemble. */
  int members();

  /** Copies of an image that a prediction is averaged over; 0 if there are no images. */
  int copies();
}
