/**
 * VASP folders to calculations: INCAR, POSCAR or CONTCAR, OUTCAR and OSZICAR. Only {@code dataset}
 * imports it.
 */
package io.github.epdi.dataset.vasp;
