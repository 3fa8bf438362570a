/**
 * HDF5 files on any Hadoop file system, read in pieces: jHDF understands what the format says of a
 * file, the bytes come from where it is stored. Also what VASP puts where in its own files; what it
 * means is for others. May be imported by grid, levels and dataset; imports {@code grid.text}.
 */
package io.github.epdi.grid.hdf5;
