package io.github.epdi.theory;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * The level of theory of labels or grids. It is recorded with labels, kept in a model bundle and
 * compared with what a campaign declares. A part is null where it is not known.
 *
 * @param code program and version
 * @param functional exchange-correlation functional with its dispersion correction
 * @param pseudopotentials family of pseudopotentials
 * @param kPoints sampling of the Brillouin zone
 * @param spin "restricted" or "polarised"
 * @param ion the mobile ion
 * @param reference what the ion's energy is counted from: "isolated atom" or "bcc"
 * @param labelKind how a label's geometry was made
 */
public record LevelOfTheory(
    String code,
    String functional,
    String pseudopotentials,
    String kPoints,
    String spin,
    String ion,
    String reference,
    String labelKind)
    implements Serializable {
  /** A level of theory without any known part. */
  public static final LevelOfTheory UNSAID = of(part -> null);

  /**
   * Makes a level of theory from its parts.
   *
   * @param texts gives the text of each part, or null where it is not known
   */
  public static LevelOfTheory of(Function<TheoryPart, String> texts) {
    return new LevelOfTheory(
        texts.apply(TheoryPart.CODE),
        texts.apply(TheoryPart.FUNCTIONAL),
        texts.apply(TheoryPart.PSEUDOPOTENTIALS),
        texts.apply(TheoryPart.K_POINTS),
        texts.apply(TheoryPart.SPIN),
        texts.apply(TheoryPart.ION),
        texts.apply(TheoryPart.REFERENCE),
        texts.apply(TheoryPart.LABEL_KIND));
  }

  /**
   * Returns the parts that this level states and another does not state in the same way, in the
   * order of {@link TheoryPart}. Parts that this level does not state are not compared.
   */
  public List<TheoryDifference> differences(LevelOfTheory other) {
    return Arrays.stream(TheoryPart.values())
        .filter(part -> part.of(this) != null && !part.of(this).equals(part.of(other)))
        .map(part -> new TheoryDifference(part, part.of(this), part.of(other)))
        .toList();
  }
}
