package io.github.epdi.suggestion;

import java.util.Set;

/**
 * One side of a material that a selection may choose.
 *
 * @param name material and side, for ties and messages
 * @param barrier what it is ranked by
 * @param kin what others can have in common with it: its host and its dopants
 * @param trained whether it lies within what the model was trained on
 */
record Contender(String name, Barrier barrier, Set<String> kin, Trained trained) {
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
