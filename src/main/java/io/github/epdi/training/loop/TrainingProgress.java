package io.github.epdi.training.loop;

/** Receives reports on how a training goes on. */
public interface TrainingProgress {
  /** Is called when an epoch is over and its checkpoint is written. */
  void epoch(EpochReport report);

  /**
   * Is called with something that a person should know, such as skipped labels, a resumed run or
   * what comes next.
   */
  void note(String message);
}
