package io.github.epdi.model.network;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/** A network that only predicts: images in, what the last layer takes out. Thread-safe. */
public interface InferenceNetwork extends AutoCloseable {
  /**
   * Features of a batch.
   *
   * @param scope holds what is made on the way
   * @param images (N, 3, P, P) row-major
   * @return (N, F) row-major
   */
  float[] features(NDManager scope, float[] images, Shape shape);

  /** Gives native memory back. */
  @Override
  void close();
}
