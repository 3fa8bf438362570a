package io.github.epdi.model.network;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/**
 * A network that only predicts, from images to the features that its last layer takes. Thread-safe.
 */
public interface InferenceNetwork extends AutoCloseable {
  /**
   * Computes the features of a batch.
   *
   * @param scope manager that holds the arrays made on the way
   * @param images (N, 3, P, P) row-major
   * @param shape shape of the images
   * @return (N, F) row-major
   */
  float[] features(NDManager scope, float[] images, Shape shape);

  /** Frees native memory. */
  @Override
  void close();
}
