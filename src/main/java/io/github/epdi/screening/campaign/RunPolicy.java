package io.github.epdi.screening.campaign;

import io.github.epdi.structure.RejectCode;
import java.time.Duration;
import java.util.Set;

/**
 * Rules for broken inputs, dying workers and other drivers. They change no value.
 *
 * @param maxRejectedFraction share of rejects above which a run is stopped
 * @param mostStarts starts without an end after which a grid is given up
 * @param gridLimit wall-clock time in which one grid must be read
 * @param whenBusy what to do when another driver computes the same run
 * @param leaseLife silence after which another driver is taken for dead
 * @param retried codes of rejects that are to be tried again
 */
public record RunPolicy(
    double maxRejectedFraction,
    int mostStarts,
    Duration gridLimit,
    WhenBusy whenBusy,
    Duration leaseLife,
    Set<RejectCode> retried) {

  /** Copies the set. */
  public RunPolicy {
    retried = Set.copyOf(retried);
  }

  /** Tells what to do when another driver computes the same run. */
  public enum WhenBusy {
    /** The run is refused with an error. */
    REFUSE,
    /** The run waits until the other driver is done, or dead. */
    WAIT
  }
}
