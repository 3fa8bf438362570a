package io.github.epdi.synthetic;

import io.github.epdi.structure.InputException;

/**
 * Which synthetic grids are wanted.
 *
 * @param directory any Hadoop path; files that are there already are kept
 * @param count how many
 * @param seed same seed, same grids
 * @param spacingAngstrom greatest distance of neighbouring grid points
 */
public record SynthesisRequest(String directory, int count, long seed, double spacingAngstrom) {
  private static final double FINEST_ANGSTROM = 0.05;
  private static final double COARSEST_ANGSTROM = 0.4;
  private static final int MOST = 100_000;

  /** Checks the ranges. */
  public SynthesisRequest {
    if (count < 1 || count > MOST) {
      throw new InputException(
          "Cannot make grids: expected a count of 1 to " + MOST + ", found " + count);
    }
    if (!(spacingAngstrom >= FINEST_ANGSTROM && spacingAngstrom <= COARSEST_ANGSTROM)) {
      throw new InputException(
          "Cannot make grids: expected a spacing of "
              + FINEST_ANGSTROM
              + " to "
              + COARSEST_ANGSTROM
              + " Angstrom, found "
              + spacingAngstrom);
    }
  }

  /** Where a material's grid is. */
  public String uri(String material) {
    return directory + (directory.endsWith("/") ? "" : "/") + material + ".LOCPOT";
  }
}
