package io.github.epdi.grid.hdf5;

import java.io.IOException;
import java.util.List;

/**
 * Cell and atoms in a file of VASP: where the run ended, or where it began if it does not say.
 *
 * @param group where they stand
 * @param title what the user called it
 * @param scales one scale (a volume if negative) or three
 * @param vectors nine components, not scaled
 * @param symbols of the species
 * @param counts atoms of each species
 * @param positions three for each atom
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
   * Reads them.
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
