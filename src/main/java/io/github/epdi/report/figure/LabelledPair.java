package io.github.epdi.report.figure;

/**
 * A label beside the prediction for the same site.
 *
 * @param materialId the material
 * @param siteId the slab's own site at the label's place: T0, H1, B4
 * @param labelEv what was calculated
 * @param predictedEv what the model said
 */
public record LabelledPair(String materialId, String siteId, double labelEv, double predictedEv) {}
