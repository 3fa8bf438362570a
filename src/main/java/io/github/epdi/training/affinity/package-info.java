/**
 * Training of models that predict from electronic levels and the local potential, without images:
 * labels become described sites, both regressions are fitted, and every label is predicted once
 * more with its material, and once with all materials of its host, left out. Energies are in eV.
 * Imported by {@code cli}.
 */
package io.github.epdi.training.affinity;
