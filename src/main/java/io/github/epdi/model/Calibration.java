package io.github.epdi.model;

import io.github.epdi.theory.LevelOfTheory;
import java.util.List;

/**
 * How a bundle was fitted to the labels of another level of theory. A calibrated energy is offset +
 * slope * energy, where the energy is that of the bundle before. The bundle's target holds this
 * line already, so nothing else needs to apply it.
 *
 * @param base the bundle before
 * @param labels the labels that the line was fitted to
 * @param offsetEv offset of the line, eV
 * @param slope slope of the line, 1 if it was not fitted
 * @param errors how wrong the labels were predicted
 */
public record Calibration(Base base, Labels labels, double offsetEv, double slope, Errors errors) {
  /**
   * The bundle before.
   *
   * @param bundleSha256 its digest, lower-case hexadecimal
   * @param column the column of labels that it was trained on
   * @param theory the level of theory of those labels
   */
  public record Base(String bundleSha256, String column, LevelOfTheory theory) {}

  /**
   * The labels of the other level of theory.
   *
   * @param sha256 digest of their table, lower-case hexadecimal
   * @param count their number
   * @param materials the materials that they are of
   */
  public record Labels(String sha256, int count, List<String> materials) {
    /** Copies the list. */
    public Labels {
      materials = List.copyOf(materials);
    }
  }

  /**
   * Mean absolute errors of the labels.
   *
   * @param beforeEv error of the bundle before, eV
   * @param leftOutEv error of labels that were left out of the fit, one material after another, eV;
   *     null if there was one label
   */
  public record Errors(double beforeEv, Double leftOutEv) {}
}
