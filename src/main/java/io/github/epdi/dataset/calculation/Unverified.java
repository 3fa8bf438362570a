package io.github.epdi.dataset.calculation;

/** What to do with an energy that nothing verifies. */
public enum Unverified {
  /** Reject it. */
  REJECT,
  /** Accept it, because the user vouches for it. */
  TRUST
}
