package io.github.epdi.training.loop;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;

/**
 * Records what is computed in this thread until it is closed, so that gradients can be computed.
 * The library's own collector does the same but allows only one in a JVM. Torch keeps the mode for
 * each thread, so that trainings of several tasks may run side by side.
 */
final class Gradients implements AutoCloseable {
  private final boolean before = JniUtils.isGradMode();

  Gradients() {
    JniUtils.setGradMode(true);
  }

  /** Adds the gradients of a number to those of all parameters that it was computed with. */
  void backward(NDArray loss) {
    try (NDArray one = loss.onesLike()) {
      JniUtils.backward((PtNDArray) loss, (PtNDArray) one, false, false);
    }
  }

  @Override
  public void close() {
    JniUtils.setGradMode(before);
  }
}
