package io.github.epdi.screening.batch;

/**
 * Thrown when the network fails while it predicts a batch. The images of that batch, whichever
 * grids they are of, have no energies, and its batches are of no further use.
 */
public final class NetworkFailure extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  NetworkFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
