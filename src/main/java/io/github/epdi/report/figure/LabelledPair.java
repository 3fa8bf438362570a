package io.github.epdi.report.figure;

/**
 * A label beside the prediction for the same site.
 *
 * @param materialId the material
 * @param siteId the slab's own site at the label's place, for example T0, H1 or B4
 * @param labelEv calculated energy
 * @param predictedEv predicted energy
 */
public record LabelledPair(String materialId, String siteId, double labelEv, double predictedEv) {}
