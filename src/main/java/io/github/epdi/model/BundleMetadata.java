package io.github.epdi.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.epdi.grid.PotentialConventions;
import io.github.epdi.image.ImageSpec;
import io.github.epdi.model.network.Architecture;
import io.github.epdi.model.physics.AffinityPart;
import io.github.epdi.model.safetensors.ModelFormatException;
import io.github.epdi.theory.LevelOfTheory;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that is known of a model beside its weights. It is the content of {@code bundle.json}, where
 * the keys are these names in snake_case.
 *
 * @param formatVersion {@link #FORMAT_VERSION} or {@link #AFFINITY_FORMAT_VERSION}
 * @param architecture id of an {@link Architecture}, or {@link #NO_NETWORK}
 * @param members networks in the bundle, each of this architecture; 0 where there is none
 * @param ion symbol of the mobile ion, "Li"
 * @param image how images for this model are made
 * @param averagedCopies symmetric copies of an image over which a prediction is averaged, 1 for
 *     none
 * @param potential how the grids of the training data were read
 * @param theory level of theory of the labels
 * @param target what is predicted
 * @param trainingData what it was trained with
 * @param metrics figures by name, energies in eV
 * @param licence licence of the weights, an SPDX identifier where there is one
 * @param weightsSha256 digest of {@code model.safetensors}, lower-case hexadecimal
 * @param affinity what predicts from levels and the local potential; null in bundles of version 1,
 *     which predict by networks from images
 * @param calibration how it was fitted to another level of theory, whose line the target holds;
 *     null if it was not
 */
public record BundleMetadata(
    int formatVersion,
    String architecture,
    int members,
    String ion,
    ImageSpec image,
    int averagedCopies,
    PotentialConventions potential,
    LevelOfTheory theory,
    Target target,
    TrainingData trainingData,
    Map<String, Double> metrics,
    String licence,
    String weightsSha256,
    @JsonInclude(JsonInclude.Include.NON_NULL) AffinityPart affinity,
    @JsonInclude(JsonInclude.Include.NON_NULL) Calibration calibration) {
  /** Format version of bundles that hold networks. */
  public static final int FORMAT_VERSION = 1;

  /** Format version of bundles that predict from levels and the local potential. */
  public static final int AFFINITY_FORMAT_VERSION = 2;

  /** The architecture that a bundle without networks names. */
  public static final String NO_NETWORK = "none";

  /** Labels of fewer materials do not tell how wrong a calibration is. */
  private static final int FEWEST_MATERIALS = 3;

  /** Makes the metadata of a bundle of networks. */
  public BundleMetadata(
      int formatVersion,
      String architecture,
      int members,
      String ion,
      ImageSpec image,
      int averagedCopies,
      PotentialConventions potential,
      LevelOfTheory theory,
      Target target,
      TrainingData trainingData,
      Map<String, Double> metrics,
      String licence,
      String weightsSha256) {
    this(
        formatVersion,
        architecture,
        members,
        ion,
        image,
        averagedCopies,
        potential,
        theory,
        target,
        trainingData,
        metrics,
        licence,
        weightsSha256,
        null,
        null);
  }

  /** Copies the metrics, in the order of their names. */
  public BundleMetadata {
    metrics = Collections.unmodifiableMap(new TreeMap<>(metrics));
  }

  /**
   * Reads the text of a {@code bundle.json}.
   *
   * @throws ModelFormatException naming the key that cannot be used
   */
  public static BundleMetadata parse(String json) {
    return BundleJson.read(json.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Tells what an output y of the networks or the regressions means: the energy is mean + scale *
   * y.
   *
   * @param column column of the labels' table
   * @param meanEv mean that training subtracted, eV
   * @param scaleEv scale that training divided by, eV, above 0
   */
  public record Target(String column, double meanEv, double scaleEv) {}

  /**
   * The data with which a model was trained.
   *
   * @param labelsSha256 digest of the labels' file, lower-case hexadecimal
   * @param labels labels in all parts of the split
   * @param split how they were divided
   */
  public record TrainingData(String labelsSha256, int labels, Split split) {}

  /**
   * Lists materials by what they served for. A material that is in several parts (a random split)
   * is listed in each.
   *
   * @param kind such as "by-material" or "random"
   * @param seed seed of the division
   * @param training materials whose labels the weights and the normalisation saw
   * @param validation materials whose labels chose the checkpoint
   * @param test materials whose labels nothing saw
   */
  public record Split(
      String kind, long seed, List<String> training, List<String> validation, List<String> test) {
    /** Copies the lists. */
    public Split {
      training = List.copyOf(training);
      validation = List.copyOf(validation);
      test = List.copyOf(test);
    }
  }

  BundleMetadata withWeightsSha256(String digest) {
    return with(theory, target, digest, affinity, calibration);
  }

  /**
   * Returns the metadata of the same model fitted to another level of theory. The calibration's
   * line goes into the target, and the metrics stay those of the model before.
   *
   * @param column column of the other labels
   * @param labels level of theory of the other labels
   * @param fitted the line and where it is from
   */
  public BundleMetadata calibrated(String column, LevelOfTheory labels, Calibration fitted) {
    Target line =
        new Target(
            column,
            fitted.offsetEv() + fitted.slope() * target.meanEv(),
            fitted.slope() * target.scaleEv());
    return with(labels, line, weightsSha256, affinityOf(fitted), fitted);
  }

  /**
   * The affinity part after a calibration, which needs labels of several materials to be judged.
   */
  private AffinityPart affinityOf(Calibration fitted) {
    if (affinity == null || affinity.trust() == null) {
      return affinity;
    }
    boolean judged =
        fitted.errors().leftOutEv() != null
            && fitted.labels().materials().size() >= FEWEST_MATERIALS;
    return affinity.with(
        affinity
            .trust()
            .calibrated(
                metrics.get("test.all.mae_ev"),
                judged ? fitted.errors().leftOutEv() / fitted.slope() : null));
  }

  private BundleMetadata with(
      LevelOfTheory otherTheory,
      Target otherTarget,
      String otherDigest,
      AffinityPart otherAffinity,
      Calibration fitted) {
    return new BundleMetadata(
        formatVersion,
        architecture,
        members,
        ion,
        image,
        averagedCopies,
        potential,
        otherTheory,
        otherTarget,
        trainingData,
        metrics,
        licence,
        otherDigest,
        otherAffinity,
        fitted);
  }

  /** Tells whether energies are predicted from levels and the local potential, without images. */
  public boolean needsLevels() {
    return affinity != null;
  }
}
