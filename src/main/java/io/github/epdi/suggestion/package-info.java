/**
 * The calculations that would narrow a ranking most, and ready inputs for them. Reads what a report
 * reads of an output folder, chooses sites by how much their energies would settle, and writes
 * folders for VASP and CP2K with a list that an import of labels recognises.
 *
 * <p>Energies are in eV, lengths in Angstrom. Imports structure, pes, tables, report, ranking and
 * dataset (the list of runs). May be imported by cli.
 */
package io.github.epdi.suggestion;
