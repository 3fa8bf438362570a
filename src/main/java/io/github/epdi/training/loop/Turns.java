package io.github.epdi.training.loop;

import java.util.Random;

/** How training images are turned about the normal; each is mirrored or not. */
public enum Turns {
  /** By any angle: for cells of any shape. */
  ANY,
  /** By multiples of 60 degrees, which map a hexagonal lattice onto itself. */
  HEXAGONAL;

  private static final int SIXTHS = 6;

  double angleRadians(Random random) {
    return this == ANY
        ? 2 * Math.PI * random.nextDouble()
        : 2 * Math.PI * random.nextInt(SIXTHS) / SIXTHS;
  }
}
