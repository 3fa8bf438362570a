/**
 * Trains models that predict from electronic levels and the local potential, without images. Labels
 * become described sites and both regressions are fitted. Every label is then predicted once with
 * its material left out, and once with all materials of its host left out. Energies are in eV.
 * Imported by {@code cli}.
 */
package io.github.epdi.training.affinity;
