package io.github.epdi.training;

import ai.djl.ndarray.types.Shape;

/** Where the loop's images and targets come from. */
interface TrainingImages {
  /** Shape of one image, (3, P, P). */
  Shape shape();

  /** Number of equivalent sites of each training sample. */
  int[] members();

  /** How often each sample is shown in a round, at least 1. */
  int[] repeats();

  /** Writes one image into a batch. */
  void render(View view, float[] out, int offset);

  /** The sample's target, centred and scaled. */
  float target(int sample);
}
