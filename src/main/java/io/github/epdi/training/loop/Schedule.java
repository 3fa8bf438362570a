package io.github.epdi.training.loop;

import io.github.epdi.structure.InputException;

/**
 * Says how long and how fast weights are changed.
 *
 * @param epochs rounds over the training sites
 * @param imagesPerSite images of each site in an epoch, each in a frame of its own; sites of
 *     materials with fewer labels than others are shown more often
 * @param batch images in a step
 * @param learningRate highest rate of Adam
 * @param weightDecay decoupled decay of weights with two or more axes
 * @param seed seed of initial weights, order and frames
 */
public record Schedule(
    int epochs, int imagesPerSite, int batch, double learningRate, double weightDecay, long seed) {
  private static final double WARM_UP = 0.05;

  /** Checks the ranges. */
  public Schedule {
    require(epochs >= 1, "epochs of at least 1", epochs);
    require(imagesPerSite >= 1, "images per site of at least 1", imagesPerSite);
    require(batch >= 2, "a batch of at least 2 (batch normalisation)", batch);
    require(learningRate > 0 && learningRate < 1, "a learning rate within 0 to 1", learningRate);
    require(weightDecay >= 0 && weightDecay < 1, "a weight decay within 0 to 1", weightDecay);
  }

  /**
   * Returns the number of steps of an epoch whose rounds have so many images. The last batch is
   * filled up.
   */
  public int stepsPerEpoch(int roundLength) {
    return Math.toIntExact(((long) roundLength * imagesPerSite + batch - 1) / batch);
  }

  /** Tells whether an epoch (from 1) is in the second half, where the rate is low. */
  boolean isSettled(int epoch) {
    return 2 * epoch > epochs;
  }

  /**
   * Returns the rate of a step. It rises linearly over the first twentieth, then falls along a half
   * cosine to 0.
   *
   * @param step number of the step, from 0 to total - 1
   */
  double rate(long step, long total) {
    double warm = Math.max(1, Math.rint(WARM_UP * total));
    if (step < warm) {
      return learningRate * (step + 1) / warm;
    }
    return learningRate * 0.5 * (1 + Math.cos(Math.PI * (step - warm) / Math.max(1, total - warm)));
  }

  private static void require(boolean holds, String expected, Object found) {
    if (!holds) {
      throw new InputException("Cannot train: expected " + expected + ", found " + found);
    }
  }
}
