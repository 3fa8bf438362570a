package io.github.epdi.model.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.nio.FloatBuffer;
import java.util.SplittableRandom;

/**
 * Sets half of the values to zero in training and doubles the others (Srivastava, Hinton,
 * Krizhevsky, Sutskever, Salakhutdinov, JMLR 15, 1929, 2014). What is dropped follows from a seed
 * of its own, because the engine's random numbers are one sequence for all threads of the process.
 * Not thread-safe.
 */
final class Dropout {
  private static final float KEPT = 2;

  private SplittableRandom random = new SplittableRandom(0);

  void seed(long seed) {
    random = new SplittableRandom(seed);
  }

  /**
   * Drops values in training and closes the input. Outside training the input itself is returned.
   */
  NDArray replace(ForwardPass pass, NDArray input) {
    if (!pass.isTraining()) {
      return input;
    }
    float[] factors = new float[Math.toIntExact(input.getShape().size())];
    for (int i = 0; i < factors.length; i++) {
      factors[i] = random.nextBoolean() ? KEPT : 0;
    }
    NDManager manager = input.getManager();
    // The backward pass needs the factors in torch's own memory, because Java's goes when its array
    // is closed.
    try (input;
        NDArray lent = manager.create(FloatBuffer.wrap(factors), input.getShape());
        NDArray mask = lent.duplicate()) {
      return input.mul(mask);
    }
  }
}
