package io.github.epdi.training.loop;

import java.nio.file.Path;

/**
 * What a training begins with.
 *
 * @param file safetensors, null for random weights
 * @param origin where they are from
 */
public record Start(Path file, Origin origin) {
  /** Random weights. */
  public static final Start RANDOM = new Start(null, Origin.RANDOM);

  /** Where weights are from, and what images they know. */
  public enum Origin {
    /** Drawn by seed. */
    RANDOM,
    /** A training of ours, on images as ours are: the last layer may be another one. */
    OURS,
    /**
     * ImageNet, as torchvision or timm publish it: RGB images in that data's normalisation, which
     * the bundle then has too.
     */
    IMAGENET
  }

  /** Weights of a training of ours. */
  public static Start ours(Path file) {
    return new Start(file, Origin.OURS);
  }

  /** ImageNet weights. */
  public static Start imageNet(Path file) {
    return new Start(file, Origin.IMAGENET);
  }
}
