package io.github.epdi.cli;

import io.github.epdi.training.loop.Start;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/**
 * Options for what a training begins with, of which only one can be given. Without them it begins
 * with random weights.
 */
final class StartOptions {
  @Option(
      names = "--pretrained",
      paramLabel = "FILE",
      description =
          "Begin with ImageNet weights as torchvision or timm publish them (safetensors); needs"
              + " --encoding colormap, and ImageNet's normalisation goes into the bundle.")
  private Path pretrained;

  @Option(
      names = "--start",
      paramLabel = "FILE",
      description = "Begin with weights of a training of ours (safetensors).")
  private Path start;

  Start start() {
    return pretrained == null ? Start.ours(start) : Start.imageNet(pretrained);
  }
}
