/**
 * VASP folders to calculations: CONTCAR or POSCAR for the structure; OUTCAR, vasprun.xml,
 * vaspout.h5 or OSZICAR for all else. Only {@code dataset} imports it.
 */
package io.github.epdi.dataset.vasp;
