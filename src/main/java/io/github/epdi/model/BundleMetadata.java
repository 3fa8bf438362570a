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
 * All that is known of a model beside its weights: the content of {@code bundle.json}, where the
 * keys are these names in snake_case.
 *
 * @param formatVersion {@link #FORMAT_VERSION}
 * @param architecture id of an {@link Architecture}, or {@link #NO_NETWORK}
 * @param members networks in the bundle, each of this architecture; 0 where there is none
 * @param ion symbol of the mobile ion, "Li"
 * @param image how images for this model are made
 * @param averagedCopies symmetric copies of an image whose predictions whoever predicts averages, 1
 *     for none
 * @param potential how the grids of the training data were read
 * @param theory level of theory of the labels
 * @param target what is predicted
 * @param trainingData what it was trained with
 * @param metrics by name, energies in eV
 * @param licence of the weights, an SPDX identifier where there is one
 * @param weightsSha256 digest of {@code model.safetensors}, lower-case hexadecimal
 * @param affinity what predicts from levels and the local potential; null in bundles of version 1,
 *     which predict by networks from images
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
    @JsonInclude(JsonInclude.Include.NON_NULL) AffinityPart affinity) {
  /** Version of bundles of networks. */
  public static final int FORMAT_VERSION = 1;

  /** Version of bundles that predict from levels and the local potential. */
  public static final int AFFINITY_FORMAT_VERSION = 2;

  /** Architecture of a bundle without networks. */
  public static final String NO_NETWORK = "none";

  /** A bundle of networks. */
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
   * What a network's output y means: mean + scale * y.
   *
   * @param column of the labels' table
   * @param meanEv subtracted in training
   * @param scaleEv divided by in training, above 0
   */
  public record Target(String column, double meanEv, double scaleEv) {}

  /**
   * What a model was trained with.
   *
   * @param labelsSha256 digest of the labels' file, lower-case hexadecimal
   * @param labels labels in all parts of the split
   * @param split how they were divided
   */
  public record TrainingData(String labelsSha256, int labels, Split split) {}

  /**
   * Materials by what they served for; one that is in several parts (a random split) is listed in
   * each.
   *
   * @param kind "by-material" or "random"
   * @param seed of the division
   * @param training whose labels the weights and the normalisation saw
   * @param validation whose labels chose the checkpoint
   * @param test whose labels nothing saw
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
    return new BundleMetadata(
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
        digest,
        affinity);
  }

  /** Whether energies are predicted from levels and the local potential, without images. */
  public boolean needsLevels() {
    return affinity != null;
  }
}
