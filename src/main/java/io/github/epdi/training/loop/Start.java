package io.github.epdi.training.loop;

import java.nio.file.Path;

/**
 * Says which weights a training begins with.
 *
 * @param file safetensors, null for random weights
 * @param origin where the weights come from
 */
public record Start(Path file, Origin origin) {
  /** Begins with random weights. */
  public static final Start RANDOM = new Start(null, Origin.RANDOM);

  /** Says where weights come from and which images they know. */
  public enum Origin {
    /** The weights are drawn by seed. */
    RANDOM,
    /**
     * The weights come from a training of this program, on images like its own. The last layer may
     * be a different one.
     */
    OURS,
    /**
     * The weights were trained on ImageNet and published by torchvision or timm. They expect RGB
     * images in the normalisation of that data, which the bundle then uses too.
     */
    IMAGENET
  }

  /** Begins with weights of a training of this program. */
  public static Start ours(Path file) {
    return new Start(file, Origin.OURS);
  }

  /** Begins with ImageNet weights. */
  public static Start imageNet(Path file) {
    return new Start(file, Origin.IMAGENET);
  }
}
