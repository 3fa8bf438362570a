package io.github.epdi.report.figure;

import io.github.epdi.model.BundleMetadata;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures how far predictions are from labels, by what the labels' materials were to the model.
 */
public final class LabelAccuracy {
  public static final String TRAINING = "trained on";
  static final String VALIDATION = "chose the epoch";
  static final String TEST = "held out";
  public static final String UNKNOWN = "unknown to the model card";

  private LabelAccuracy() {}

  /**
   * The errors of one part.
   *
   * @param pairs labels with their predictions
   * @param maeEv mean absolute error
   * @param rmseEv root of the mean squared error
   */
  public record Part(List<LabelledPair> pairs, double maeEv, double rmseEv) {
    static Part of(List<LabelledPair> pairs) {
      double absolute = 0;
      double square = 0;
      for (LabelledPair pair : pairs) {
        double error = pair.predictedEv() - pair.labelEv();
        absolute += Math.abs(error);
        square += error * error;
      }
      int n = pairs.size();
      return new Part(List.copyOf(pairs), absolute / n, Math.sqrt(square / n));
    }
  }

  /** Returns the non-empty parts by name, those that are a test first. */
  public static Map<String, Part> parts(List<LabelledPair> pairs, BundleMetadata model) {
    Map<String, List<LabelledPair>> lists = new LinkedHashMap<>();
    List.of(TEST, VALIDATION, TRAINING, UNKNOWN).forEach(p -> lists.put(p, new ArrayList<>()));
    pairs.forEach(pair -> lists.get(part(pair.materialId(), model)).add(pair));
    Map<String, Part> parts = new LinkedHashMap<>();
    lists.forEach(
        (name, list) -> {
          if (!list.isEmpty()) {
            parts.put(name, Part.of(list));
          }
        });
    return parts;
  }

  /** Returns all pairs as one part that was held out. */
  public static Map<String, Part> heldOut(List<LabelledPair> pairs) {
    return Map.of(TEST, Part.of(pairs));
  }

  /**
   * Tells what a material was to a model. A material that is in several parts of a random split
   * counts as trained on.
   */
  public static String part(String materialId, BundleMetadata model) {
    if (model == null) {
      return UNKNOWN;
    }
    BundleMetadata.Split split = model.trainingData().split();
    if (split.training().contains(materialId)) {
      return TRAINING;
    }
    if (split.validation().contains(materialId)) {
      return VALIDATION;
    }
    return split.test().contains(materialId) ? TEST : UNKNOWN;
  }
}
