/**
 * Brings images to the network. Images of many sites and grids come together in batches of one
 * fixed size, in a task's own network or in one that all tasks of an executor share. Energies in eV
 * come back in the order of the images. Only {@code screening} imports this package.
 */
package io.github.epdi.screening.batch;
