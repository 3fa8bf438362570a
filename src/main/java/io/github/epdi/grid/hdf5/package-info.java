/**
 * Reads HDF5 files on any Hadoop file system in pieces. The library jHDF interprets the format, and
 * this package supplies the bytes from storage. It also knows where VASP puts what in its own
 * files, but not what it means. May be imported by grid, levels and dataset. Imports {@code
 * grid.text}.
 */
package io.github.epdi.grid.hdf5;
