package io.github.epdi.training.loop;

import java.util.Random;

/**
 * Says how training images are turned about the normal. Whether they are mirrored is drawn
 * elsewhere.
 */
public enum Turns {
  /** Images are turned by any angle, which suits cells of any shape. */
  ANY,
  /** Images are turned by multiples of 60 degrees, which map a hexagonal lattice onto itself. */
  HEXAGONAL;

  private static final int SIXTHS = 6;

  double angleRadians(Random random) {
    return this == ANY
        ? 2 * Math.PI * random.nextDouble()
        : 2 * Math.PI * random.nextInt(SIXTHS) / SIXTHS;
  }
}
