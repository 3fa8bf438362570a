package io.github.epdi.training.loop;

/** Is told how a training goes on. */
public interface TrainingProgress {
  /** An epoch is over and its checkpoint is written. */
  void epoch(EpochReport report);

  /** Something that a person should know: skipped labels, a resumed run, what comes next. */
  void note(String message);
}
