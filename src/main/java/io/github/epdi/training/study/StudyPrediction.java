package io.github.epdi.training.study;

import io.github.epdi.training.examples.Part;

/**
 * The prediction of one site by one training of a study. Energies are binding energies in eV.
 *
 * @param materialId the material
 * @param siteId id of the site
 * @param kind T, H or B
 * @param part training or test
 * @param labelEv calculated energy
 * @param networkEv energy predicted by the network
 * @param meanEv baseline (a), the mean of the training labels
 * @param espLineEv baseline (b), lines through the mean local potential
 * @param bridgeRuleEv baseline (c), null where it does not apply
 * @param profileRidgeEv baseline (d), ridge regression on the radial profile
 */
record StudyPrediction(
    String materialId,
    String siteId,
    String kind,
    String part,
    double labelEv,
    double networkEv,
    double meanEv,
    double espLineEv,
    Double bridgeRuleEv,
    double profileRidgeEv) {
  boolean isTestedSaddle() {
    return kind.equals("B") && part.equals(Part.TEST.label());
  }
}
