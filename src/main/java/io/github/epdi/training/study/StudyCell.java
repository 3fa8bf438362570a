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
 * @param encoding of the images
 * @param pixels along a side
 * @param target what is predicted
 * @param split how saddles are divided
 * @param saddleFraction share of the unique saddles that are trained on
 * @param fold which materials are held out, from 0; 0 for a random split
 * @param seed of split, weights, order and frames
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
  /** Name of random initial weights. */
  static final String RANDOM_START = "random";

  /** Checks that neighbours of tested saddles may be known where the target needs them. */
  StudyCell {
    if (target == StudyTarget.BRIDGE_RESIDUAL && split == StudySplit.BY_MATERIAL) {
      // Of a material that is held out, calculated neighbours are what a screening does not have.
      throw new InputException(
          "Cannot study: expected split random for target bridge-residual, which needs calculated"
              + " neighbours of the tested saddles, found by-material");
    }
  }

  /** Unique in a study, and good as a file's name. */
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

  /** All that seeds and folds are pooled over. */
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
