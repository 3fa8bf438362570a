/**
 * How wrong predictions are: errors with bootstrap intervals clustered by material, the baselines
 * that a network must beat, and predicted curves against calculated ones. Energies are in eV.
 */
package io.github.epdi.training.accuracy;
