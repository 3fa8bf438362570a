/**
 * Reads folders of CP2K into calculations, from the sections of the input and the energies of the
 * output. Only {@code dataset} imports this package.
 */
package io.github.epdi.dataset.cp2kruns;
