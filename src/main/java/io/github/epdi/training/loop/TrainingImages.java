package io.github.epdi.training.loop;

import ai.djl.ndarray.types.Shape;

/** Where the loop's images and targets come from. */
public interface TrainingImages {
  /** Shape of one image, (3, P, P). */
  Shape shape();

  /** Number of equivalent sites of each training sample. */
  int[] members();

  /** How often each sample is shown in a round, at least 1. */
  int[] repeats();

  /** Writes one image into a batch. */
  void render(View view, float[] out, int offset);

  /** Number of targets of a sample, and of the network's outputs. */
  int outputs();

  /** Writes a sample's targets, centred and scaled. */
  void target(int sample, float[] out, int offset);
}
