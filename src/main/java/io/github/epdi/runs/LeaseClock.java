package io.github.epdi.runs;

import java.time.Instant;
import java.util.OptionalLong;

/** The clocks that leases are judged by. */
interface LeaseClock {
  /** What people call the time; somebody may set it. */
  Instant now();

  /** Time since this machine was started, which nobody can set; empty where it is not known. */
  OptionalLong uptimeMillis();

  /** The clocks of this machine. */
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
