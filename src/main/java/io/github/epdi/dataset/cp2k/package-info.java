/**
 * CP2K folders to calculations: the input's sections and the output's energies. Only {@code
 * dataset} imports it.
 */
package io.github.epdi.dataset.cp2k;
