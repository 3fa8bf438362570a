/**
 * One calculation as its folder tells it, whatever code ran: structure, energy, level of theory,
 * the files that were read, and why a folder cannot be used. Energies are in eV, lengths in
 * Angstrom. The importers of {@code dataset.vasp} and {@code dataset.cp2k} produce it, {@code
 * dataset} makes labels of it.
 */
package io.github.epdi.dataset.calculation;
