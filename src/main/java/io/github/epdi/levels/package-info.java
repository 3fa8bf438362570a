/**
 * Electronic levels of the calculation that wrote a grid, and what follows from them: chemical
 * potential, work function, electron affinity and gap.
 *
 * <p>Energies are in eV in the zero of the same run's potential, and k-point weights sum to 1.
 * Files of VASP, CP2K and Quantum ESPRESSO are recognised by their content, plain or compressed, on
 * any Hadoop file system. A defect of a file gives one of the reject codes that begin with {@code
 * LEVELS}. May be imported by model, tables, dataset, training, screening and cli. Imports
 * structure, grid, grid.text and grid.hdf5.
 */
package io.github.epdi.levels;
