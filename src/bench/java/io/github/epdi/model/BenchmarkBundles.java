package io.github.epdi.model;

import io.github.epdi.image.ImageSpec;
import io.github.epdi.model.network.FormulaTensors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Bundles for benchmarks: weights by formula, images of any size. */
public final class BenchmarkBundles {
  private BenchmarkBundles() {}

  /** A bundle of so many pixels that predicts each image once. */
  public static ModelBundle of(int pixels) {
    return FormulaBundles.bundle(pixels, 1);
  }

  /** Writes {@link #of} unless it is there from an earlier run. */
  public static Path writeIfAbsent(Path directory, int pixels) throws IOException {
    if (!Files.exists(directory)) {
      of(pixels).write(directory);
    }
    return directory;
  }

  /** The image specification of {@link #of}. */
  public static ImageSpec images(int pixels) {
    return FormulaBundles.metadata(pixels, 1).image();
  }

  /** Image values in [-1, 1). */
  public static float[] noise(int length) {
    return new FormulaTensors(7).input(length);
  }
}
