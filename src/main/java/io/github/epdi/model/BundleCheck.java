package io.github.epdi.model;

import io.github.epdi.levels.LevelsConvention;
import io.github.epdi.model.network.Architecture;
import io.github.epdi.model.physics.AffinityPart;
import io.github.epdi.model.safetensors.ModelFormatException;

/** Checks that the values of {@link BundleMetadata} make sense. */
final class BundleCheck {
  /** The smallest image size. Below it nothing is left of an image after five halvings. */
  private static final int SMALLEST_PIXELS = 32;

  private BundleCheck() {}

  static void check(BundleMetadata metadata) {
    if (metadata.formatVersion() == BundleMetadata.AFFINITY_FORMAT_VERSION) {
      checkAffinity(metadata);
    } else {
      Architecture.of(metadata.architecture());
      atLeast("members", 1, metadata.members());
      if (metadata.affinity() != null) {
        throw bad("affinity", "none in format version 1", "one");
      }
    }
    atLeast("averaged_copies", 1, metadata.averagedCopies());
    notBlank("ion", metadata.ion());
    notBlank("licence", metadata.licence());
    notBlank("weights_sha256", metadata.weightsSha256());
    atLeast("image.pixels", SMALLEST_PIXELS, given("image", metadata.image()).pixels());
    given("potential", metadata.potential());
    given("theory", metadata.theory());
    given("training_data.split", given("training_data", metadata.trainingData()).split());
    BundleMetadata.Target target = given("target", metadata.target());
    notBlank("target.column", target.column());
    finite("target.mean_ev", target.meanEv());
    positive("target.scale_ev", target.scaleEv());
    if (metadata.calibration() != null) {
      checkCalibration(metadata.calibration());
    }
    metadata.metrics().forEach((name, value) -> finite("metrics." + name, value));
  }

  private static void checkCalibration(Calibration calibration) {
    Calibration.Base base = given("calibration.base", calibration.base());
    notBlank("calibration.base.bundle_sha256", base.bundleSha256());
    given("calibration.base.theory", base.theory());
    Calibration.Labels labels = given("calibration.labels", calibration.labels());
    atLeast("calibration.labels.count", 1, labels.count());
    finite("calibration.offset_ev", calibration.offsetEv());
    positive("calibration.slope", calibration.slope());
    given("calibration.errors", calibration.errors());
  }

  private static void checkAffinity(BundleMetadata metadata) {
    AffinityPart part = given("affinity", metadata.affinity());
    LevelsConvention levels = given("affinity.levels", part.levels());
    if (levels.temperatureKelvin() != LevelsConvention.DEFAULT.temperatureKelvin()) {
      throw bad(
          "affinity.levels.temperature_kelvin",
          "" + LevelsConvention.DEFAULT.temperatureKelvin(),
          "" + levels.temperatureKelvin());
    }
    positive("affinity.levels.sites_per_ion", levels.sitesPerIon());
    given("affinity.level", part.level());
    given("affinity.contrast", part.contrast());
    if (!metadata.architecture().equals(BundleMetadata.NO_NETWORK) || metadata.members() != 0) {
      throw bad(
          "architecture",
          "\"" + BundleMetadata.NO_NETWORK + "\" and no members beside affinity",
          metadata.architecture() + " and " + metadata.members());
    }
  }

  private static void atLeast(String key, int smallest, int value) {
    if (value < smallest) {
      throw bad(key, "at least " + smallest, "" + value);
    }
  }

  private static void notBlank(String key, String value) {
    if (value == null || value.isBlank()) {
      throw bad(key, "a text", "" + value);
    }
  }

  private static void finite(String key, Double value) {
    if (value == null || !Double.isFinite(value)) {
      throw bad(key, "a finite number", "" + value);
    }
  }

  private static void positive(String key, double value) {
    finite(key, value);
    if (value <= 0) {
      throw bad(key, "a number above 0", "" + value);
    }
  }

  private static <T> T given(String key, T value) {
    if (value == null) {
      throw bad(key, "an entry", "null");
    }
    return value;
  }

  static ModelFormatException bad(String key, String expected, String found) {
    return new ModelFormatException(
        "Cannot read bundle.json at " + key + ": expected " + expected + ", found " + found);
  }
}
