package io.github.epdi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a part needs to know of the run that it is part of.
 *
 * @param effort how long it may take
 * @param root the repository
 * @param work scratch folder, kept between runs: inputs that are made by formula stay in it
 * @param python the Python interpreter with the peers
 * @param profiles takes up profiles of what is measured; null if none are wanted
 */
record Bench(Effort effort, Path root, Path work, Python python, Profiles profiles) {
  /** How long a run may take. */
  enum Effort {
    /** All parts in a quarter of an hour on two quiet cores. */
    QUICK,
    /** As long as it takes. */
    FULL
  }

  /** One of two numbers, by effort. */
  int quickOrFull(int quick, int full) {
    return effort == Effort.QUICK ? quick : full;
  }

  /** A scratch folder of this name, made when absent. */
  Path folder(String name) throws IOException {
    return Files.createDirectories(work.resolve(name));
  }
}
