/**
 * Fits the energies of a bundle to a handful of labels of another code, functional or reference.
 * The labels' sites are predicted as a screening predicts them, a line from predictions to labels
 * is fitted, and the new bundle holds that line. The networks or regressions stay as they are.
 * Energies are in eV. Imported by {@code cli}.
 */
package io.github.epdi.training.calibration;
