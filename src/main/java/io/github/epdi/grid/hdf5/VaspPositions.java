package io.github.epdi.grid.hdf5;

import java.io.IOException;
import java.util.List;

/**
 * Cell and atoms in an HDF5 file of VASP: those at the end of the run, or those at its start if the
 * file has no others.
 *
 * @param group the group that they were read from
 * @param title title given by the user
 * @param scales one scale (minus a volume in cubic Angstrom if negative) or three
 * @param vectors the nine components of the cell vectors, Angstrom, not scaled
 * @param symbols symbols of the species
 * @param counts number of atoms of each species
 * @param positions three coordinates for each atom, fractional or unscaled Cartesian
 * @param direct whether positions are fractional
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record VaspPositions(
    String group,
    String title,
    double[] scales,
    double[] vectors,
    String[] symbols,
    double[] counts,
    double[] positions,
    boolean direct) {
  private static final List<String> GROUPS =
      List.of("results/positions", "structure/positions", "input/poscar");

  /**
   * Reads cell and atoms.
   *
   * @throws DamagedHdf5Exception if no group has all of them
   */
  public static VaspPositions of(StoredHdf5 file) throws IOException {
    String chosen = null;
    for (String group : GROUPS) {
      if (chosen == null && file.names(group).containsAll(List.of("position_ions", "ion_types"))) {
        chosen = group;
      }
    }
    if (chosen == null) {
      throw new DamagedHdf5Exception(
          "ion_types and position_ions in " + String.join(", ", GROUPS), "none");
    }
    String title = chosen + "/system";
    return new VaspPositions(
        chosen,
        file.holds(title) ? String.join(" ", file.data(title).words()) : "",
        file.data(chosen + "/scale").numbers(),
        file.data(chosen + "/lattice_vectors").numbers(),
        file.data(chosen + "/ion_types").words(),
        file.data(chosen + "/number_ion_types").numbers(),
        file.data(chosen + "/position_ions").numbers(),
        file.data(chosen + "/direct_coordinates").number() != 0);
  }
}
