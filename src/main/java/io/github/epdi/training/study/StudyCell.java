package io.github.epdi.training.study;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.github.epdi.image.Encoding;
import io.github.epdi.model.network.Architecture;
import io.github.epdi.structure.InputException;
import java.io.Serializable;
import java.util.Locale;

/**
 * One training of a study.
 *
 * @param architecture the network
 * @param start name of its initial weights in the plan, or "random"
 * @param encoding encoding of the images
 * @param pixels number of pixels along a side
 * @param target what is predicted
 * @param split how saddles are divided
 * @param saddleFraction share of the unique saddles that are trained on
 * @param fold number of the fold of held-out materials, from 0; 0 for a split without folds
 * @param seed seed of split, weights, order and frames
 */
record StudyCell(
    Architecture architecture,
    String start,
    Encoding encoding,
    int pixels,
    StudyTarget target,
    StudySplit split,
    double saddleFraction,
    int fold,
    long seed)
    implements Serializable {
  /** Name of random initial weights in a plan. */
  static final String RANDOM_START = "random";

  /**
   * Checks that a target which needs calculated neighbours of tested saddles has a split that
   * allows them.
   */
  StudyCell {
    if (target == StudyTarget.BRIDGE_RESIDUAL && split == StudySplit.BY_MATERIAL) {
      // For a material that is held out, a screening would not have calculated neighbours.
      throw new InputException(
          "Cannot study: expected split random for target bridge-residual, which needs calculated"
              + " neighbours of the tested saddles, found by-material");
    }
  }

  /** Returns an id that is unique in a study and can be used as a file's name. */
  @JsonIgnore
  String id() {
    return String.format(
        Locale.ROOT,
        "%s_%s_%s-%d_%s_%s_f%.2f%s_s%d",
        architecture.id(),
        start,
        encoding.label(),
        pixels,
        target.label(),
        split.label(),
        saddleFraction,
        split == StudySplit.BY_MATERIAL ? "_fold" + fold : "",
        seed);
  }

  /**
   * Returns what is common to the trainings that are pooled, which differ in seed and fold alone.
   */
  @JsonIgnore
  String group() {
    return String.format(
        Locale.ROOT,
        "%s_%s_%s-%d_%s_%s_f%.2f",
        architecture.id(),
        start,
        encoding.label(),
        pixels,
        target.label(),
        split.label(),
        saddleFraction);
  }
}
