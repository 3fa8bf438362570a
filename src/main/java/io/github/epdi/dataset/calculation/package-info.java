/**
 * One calculation as its folder shows it, whatever code ran: structure, energy, level of theory,
 * the files that were read, and why a folder cannot be used. Energies are in eV and lengths in
 * Angstrom. The importers {@code dataset.vaspruns} and {@code dataset.cp2kruns} produce
 * calculations, and {@code dataset} makes labels from them.
 */
package io.github.epdi.dataset.calculation;
