package io.github.epdi.suggestion;

import java.util.Set;

/**
 * One side of a material that a selection may choose.
 *
 * @param name material and side, for ties and messages
 * @param barrier what it is ranked by
 * @param kin what others can have in common with it: its host and its dopants
 * @param trained whether it lies within what the model was trained on
 * @param runs calculations that it would take; 0 if there is nothing left to calculate
 * @param share share of its barrier's variance that these would settle, from 0 to 1
 */
record Contender(
    String name, Barrier barrier, Set<String> kin, Trained trained, int runs, double share) {
  /** Tells whether a material's flags say that it lies outside of what was trained. */
  enum Trained {
    INSIDE,
    OUTSIDE
  }

  /** Copies the set. */
  Contender {
    kin = Set.copyOf(kin);
  }
}
