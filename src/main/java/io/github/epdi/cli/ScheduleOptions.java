package io.github.epdi.cli;

import io.github.epdi.training.loop.Schedule;
import picocli.CommandLine.Option;

/** Options about the course of a training. */
final class ScheduleOptions {
  @Option(names = "--epochs", defaultValue = "30", description = "Epochs.")
  private int epochs;

  @Option(
      names = "--images-per-site",
      defaultValue = "8",
      description = "Images of each site in an epoch, each turned and mirrored anew.")
  private int imagesPerSite;

  @Option(names = "--batch", defaultValue = "16", description = "Images in a step.")
  private int batch;

  @Option(names = "--lr", defaultValue = "0.001", description = "Highest learning rate.")
  private double learningRate;

  @Option(names = "--weight-decay", defaultValue = "0.0001", description = "Decoupled decay.")
  private double weightDecay;

  @Option(names = "--seed", defaultValue = "1", description = "Seed of all that is random.")
  private long seed;

  Schedule schedule() {
    return new Schedule(epochs, imagesPerSite, batch, learningRate, weightDecay, seed);
  }
}
