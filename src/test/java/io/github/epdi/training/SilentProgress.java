package io.github.epdi.training;

/** Nobody watches. */
final class SilentProgress implements TrainingProgress {
  @Override
  public void epoch(EpochReport report) {}

  @Override
  public void note(String message) {}
}
