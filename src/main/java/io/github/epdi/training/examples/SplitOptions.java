package io.github.epdi.training.examples;

import java.util.List;

/**
 * Says how materials are divided. Named materials are taken first. A fraction is drawn by seed from
 * the rest, and only for a part that names none.
 *
 * @param testMaterials materials to hold out by name
 * @param testFraction share of all materials to hold out, 0 to below 1
 * @param validationMaterials used for validation, by name
 * @param validationFraction share of all materials to validate on; 0 keeps the last epoch
 */
public record SplitOptions(
    List<String> testMaterials,
    double testFraction,
    List<String> validationMaterials,
    double validationFraction) {
  /** Copies the lists. */
  public SplitOptions {
    testMaterials = List.copyOf(testMaterials);
    validationMaterials = List.copyOf(validationMaterials);
  }
}
