package io.github.epdi.tables;

import io.github.epdi.grid.GridReading;
import io.github.epdi.structure.CrystalStructure;
import io.github.epdi.structure.Lattice;
import io.github.epdi.structure.Slab;
import io.github.epdi.structure.SurfaceGraph;
import io.github.epdi.tables.columns.SurfaceKey;
import java.util.List;

/**
 * What the rows of a material say of its structure.
 *
 * @param materialId id within the campaign
 * @param structure cell and atoms
 * @param host formula of the host
 * @param hostGroup IVB, VB, VIB or null
 * @param phase 2H, 1T, mixed, with a prime when distorted
 * @param layers number of metal-chalcogen layers
 * @param gapAngstrom atom-free gap along the normal
 * @param dopants metals and chalcogens that are not the host's
 */
public record MaterialDescription(
    String materialId,
    CrystalStructure structure,
    String host,
    String hostGroup,
    String phase,
    int layers,
    double gapAngstrom,
    List<DopantValue> dopants) {
  /** Copies the list. */
  public MaterialDescription {
    dopants = List.copyOf(dopants);
  }

  /** Which side of the material a graph is of. */
  SurfaceKey surface(SurfaceGraph graph) {
    return new SurfaceKey(materialId, graph.side().label());
  }

  /** The cell. */
  Lattice lattice() {
    return structure.lattice();
  }

  /** Formula of the cell, metals first. */
  String formula() {
    return structure.formula();
  }

  /** What a reading found. */
  public static MaterialDescription of(String materialId, GridReading.Accepted reading) {
    Slab slab = reading.slab();
    return new MaterialDescription(
        materialId,
        reading.structure(),
        slab.host(),
        slab.hostGroup(),
        slab.phase(),
        slab.layers(),
        slab.gapAngstrom(),
        slab.dopants().stream()
            .map(dopant -> new DopantValue(dopant.element().symbol(), dopant.fraction()))
            .toList());
  }
}
