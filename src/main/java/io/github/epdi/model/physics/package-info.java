/**
 * Binding energies from a few physical numbers: the level at which the slab takes lithium's
 * electron, the local potential around a site, and the shape of the metal layer. Two Gaussian-
 * process regressions, one for what a material's sites have in common and one for what sets them
 * apart, hold their training rows in the bundle and are solved when it is loaded. Energies are in
 * eV, lengths in Angstrom. This package is imported by {@code model}, {@code training}, {@code
 * screening} and {@code report}.
 */
package io.github.epdi.model.physics;
