package io.github.epdi.training.loop;

import ai.djl.ndarray.types.Shape;

/** Supplies the images and targets of the training loop. */
public interface TrainingImages {
  /** Returns the shape of one image, (3, P, P). */
  Shape shape();

  /** Returns the number of equivalent sites of each training sample. */
  int[] members();

  /** Returns how often each sample is shown in a round, at least 1. */
  int[] repeats();

  /** Writes one image into a batch from an offset on. */
  void render(View view, float[] out, int offset);

  /** Returns the number of targets of a sample, which is that of the network's outputs. */
  int outputs();

  /** Writes a sample's targets, centred and scaled, from an offset on. */
  void target(int sample, float[] out, int offset);
}
