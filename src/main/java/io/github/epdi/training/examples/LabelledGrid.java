package io.github.epdi.training.examples;

import io.github.epdi.dataset.SiteMatch;
import io.github.epdi.grid.GridReading;
import io.github.epdi.grid.SidePotential;
import io.github.epdi.structure.Side;
import io.github.epdi.structure.SurfaceGraph;
import java.util.List;

/**
 * One material with its grid and those of its labels that have a site on the side.
 *
 * @param materialId the material
 * @param reading what its file holds
 * @param side the side that lithium sits on
 * @param matches matched labels, in the table's order
 */
public record LabelledGrid(
    String materialId, GridReading.Accepted reading, Side side, List<SiteMatch> matches) {
  public LabelledGrid {
    matches = List.copyOf(matches);
  }

  public SurfaceGraph graph() {
    return reading.graph(side);
  }

  /** Returns the potential on that side. */
  public SidePotential potential() {
    return reading.potential(side);
  }
}
