package io.github.epdi.training;

import io.github.epdi.dataset.SiteMatch;
import io.github.epdi.grid.GridReading;
import io.github.epdi.structure.Side;
import io.github.epdi.structure.SurfaceNetwork;
import java.util.List;

/**
 * One material: its grid and the labels that have a site on the side.
 *
 * @param materialId the material
 * @param reading an accepted reading
 * @param side the side that lithium sits on
 * @param matches matched labels, in the table's order
 */
record LabelledGrid(String materialId, GridReading reading, Side side, List<SiteMatch> matches) {
  LabelledGrid {
    matches = List.copyOf(matches);
  }

  SurfaceNetwork network() {
    return reading.networks().get(side);
  }
}
