/**
 * Reads folders of VASP into calculations. The structure comes from CONTCAR or POSCAR, everything
 * else from OUTCAR, vasprun.xml, vaspout.h5 or OSZICAR. Only {@code dataset} imports this package.
 */
package io.github.epdi.dataset.vaspruns;
