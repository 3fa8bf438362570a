package io.github.epdi.training.pretraining;

import io.github.epdi.structure.InputException;
import io.github.epdi.structure.SiteKind;
import java.util.Set;

/**
 * Says which places of grids a pretraining looks at.
 *
 * @param perGrid largest number of unique sites of each grid
 * @param kinds kinds of the sites
 * @param shifted number of places beside each of them, drawn by seed
 */
public record PlaceChoice(int perGrid, Set<SiteKind> kinds, int shifted) {
  /** Copies the kinds and checks the numbers. */
  public PlaceChoice {
    kinds = Set.copyOf(kinds);
    if (perGrid < 1 || shifted < 0 || kinds.isEmpty()) {
      throw new InputException(
          "Cannot pretrain: expected at least 1 site per grid, some kinds and 0 or more shifted"
              + " places, found "
              + perGrid
              + ", "
              + kinds
              + " and "
              + shifted);
    }
  }
}
