package io.github.epdi.model.physics;

/**
 * One row that a model learns from.
 *
 * @param materialId the material, whose rows share an unknown offset
 * @param site its kind and descriptors
 * @param energyEv the label
 */
public record LabelledDescriptors(String materialId, SiteDescriptors site, double energyEv) {}
