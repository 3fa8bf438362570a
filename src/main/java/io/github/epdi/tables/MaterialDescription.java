package io.github.epdi.tables;

import io.github.epdi.grid.GridReading;
import io.github.epdi.structure.CrystalStructure;
import io.github.epdi.structure.Lattice;
import io.github.epdi.structure.Slab;
import io.github.epdi.structure.SurfaceGraph;
import io.github.epdi.tables.encoding.SurfaceKey;
import java.util.List;

/**
 * The structure of a material as its rows describe it.
 *
 * @param materialId id within the campaign
 * @param structure cell and atoms
 * @param host formula of the host
 * @param hostGroup IVB, VB, VIB or null
 * @param phase 2H, 1T or mixed, with a prime when distorted
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

  /** Returns the key of the side of the material that a graph describes. */
  SurfaceKey surface(SurfaceGraph graph) {
    return new SurfaceKey(materialId, graph.side().label());
  }

  Lattice lattice() {
    return structure.lattice();
  }

  /** Returns the formula of the cell, metals first. */
  String formula() {
    return structure.formula();
  }

  /** Describes what a reading found. */
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
