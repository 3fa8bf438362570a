package io.github.epdi.model;

import io.github.epdi.grid.PotentialConventions;
import java.io.IOException;
import java.nio.file.Path;

/** Bundles for tests of other packages: weights by formula, not trained, small images. */
public final class ScreeningBundles {
  private static final int PIXELS = 32;

  private ScreeningBundles() {}

  /** Writes a bundle of 32-pixel images. */
  public static void write(Path directory, int members) throws IOException {
    FormulaBundles.bundle(PIXELS, members).write(directory);
  }

  /** What such a bundle would say of itself if predictions were averaged over copies. */
  public static BundleMetadata metadata(int members, int averagedCopies) {
    BundleMetadata one = FormulaBundles.metadata(PIXELS, members);
    return new BundleMetadata(
        one.formatVersion(),
        one.architecture(),
        members,
        one.ion(),
        one.image(),
        averagedCopies,
        PotentialConventions.DEFAULT,
        one.theory(),
        one.target(),
        one.trainingData(),
        one.metrics(),
        one.licence(),
        one.weightsSha256());
  }
}
