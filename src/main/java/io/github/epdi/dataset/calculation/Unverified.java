package io.github.epdi.dataset.calculation;

/** Whether an energy that nothing vouches for will do. */
public enum Unverified {
  /** It is rejected. */
  REJECT,
  /** The user vouches for it. */
  TRUST
}
