/**
 * Measures how wrong predictions are, by errors with bootstrap intervals clustered by material, by
 * the baselines that a network must beat, and by predicted curves beside calculated ones. Energies
 * are in eV.
 */
package io.github.epdi.training.accuracy;
