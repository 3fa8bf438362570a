/**
 * HDF5 files on any Hadoop file system, read in pieces: jHDF understands what the format says of a
 * file, the bytes come from where it is stored. Nothing here knows what a grid or a level is. May
 * be imported by grid, levels and dataset; imports {@code grid.text}.
 */
package io.github.epdi.grid.hdf5;
