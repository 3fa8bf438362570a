package io.github.epdi.runs;

import java.time.Instant;
import java.util.OptionalLong;

/** The clocks by which the age of leases is judged. Tests replace them. */
interface LeaseClock {
  /** Returns the wall-clock time, which somebody may change. */
  Instant now();

  /**
   * Returns the time since this machine was started, which nobody can change. Empty where it is
   * unknown.
   */
  OptionalLong uptimeMillis();

  /** Returns the clocks of this machine. */
  static LeaseClock system() {
    return new LeaseClock() {
      @Override
      public Instant now() {
        return Instant.now();
      }

      @Override
      public OptionalLong uptimeMillis() {
        return ThisMachine.uptimeMillis();
      }
    };
  }
}
