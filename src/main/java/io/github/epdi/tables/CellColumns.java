package io.github.epdi.tables;

import io.github.epdi.structure.CrystalStructure;
import io.github.epdi.tables.encoding.TableColumn;
import java.util.Arrays;
import java.util.List;

/**
 * The columns of a slab's cell, as OPTIMADE 1.2 defines them. The cell is periodic along a and b
 * alone.
 */
public record CellColumns(
    @TableColumn(
            name = "lattice_vectors",
            unit = "angstrom",
            meaning = "Cell vectors a, b, c, each x, y, z; c is not periodic.",
            nullable = true,
            since = 2)
        List<List<Double>> latticeVectors,
    @TableColumn(
            name = "dimension_types",
            meaning = "For a, b, c whether the structure is periodic along it: 1, 1, 0 for a slab.",
            nullable = true,
            since = 2)
        List<Integer> dimensionTypes,
    @TableColumn(
            name = "nperiodic_dimensions",
            meaning = "Number of periodic directions: 2 for a slab.",
            nullable = true,
            since = 2)
        Integer nperiodicDimensions,
    @TableColumn(
            name = "nsites",
            meaning = "Number of atoms in the cell.",
            nullable = true,
            since = 2)
        Integer nsites) {

  private static final List<Integer> SLAB = List.of(1, 1, 0);
  private static final int PERIODIC_DIMENSIONS = 2;

  static CellColumns of(CrystalStructure structure) {
    return new CellColumns(
        triples(Arrays.asList(structure.lattice().rows())),
        SLAB,
        PERIODIC_DIMENSIONS,
        structure.atoms().size());
  }

  /** Returns vectors as lists of x, y, z. */
  static List<List<Double>> triples(List<double[]> vectors) {
    return vectors.stream().map(xyz -> Arrays.stream(xyz).boxed().toList()).toList();
  }
}
