package io.github.epdi.model;

import io.github.epdi.grid.PotentialConventions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Bundles for tests of other packages: weights by formula, not trained, small images. */
public final class ScreeningBundles {
  private static final int PIXELS = 32;

  private ScreeningBundles() {}

  /** A bundle of 32-pixel images. */
  public static ModelBundle of(int members) {
    return FormulaBundles.bundle(PIXELS, members);
  }

  /** Writes {@link #of}. */
  public static void write(Path directory, int members) throws IOException {
    of(members).write(directory);
  }

  /** The text of such a bundle's card. */
  public static String json(int members) throws IOException {
    return new String(
        BundleJson.write(
            FormulaBundles.metadata(PIXELS, members).withWeightsSha256("0".repeat(64))),
        StandardCharsets.UTF_8);
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
