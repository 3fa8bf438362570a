package io.github.epdi.training.loop;

/** Nobody watches. */
public final class SilentProgress implements TrainingProgress {
  @Override
  public void epoch(EpochReport report) {}

  @Override
  public void note(String message) {}
}
