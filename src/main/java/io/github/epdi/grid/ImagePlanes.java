package io.github.epdi.grid;

import io.github.epdi.grid.blocks.PlaneSelection;
import io.github.epdi.structure.AdsorptionSite;
import io.github.epdi.structure.Lattice;
import io.github.epdi.structure.SurfaceGraph;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;

/**
 * Selects the four grid planes around each image plane of each site, which Catmull-Rom
 * interpolation along c needs.
 */
final class ImagePlanes implements PlaneSelection {
  /**
   * Distance in grid steps below which rounding may put an image plane on either side of a grid
   * plane.
   */
  private static final double ROUNDING = 1e-6;

  private final double[] heights;
  private final double cellHeight;
  private final double firstPlane;
  private BitSet kept;
  private int keptOf;

  /**
   * Selects planes for all sites of some sides.
   *
   * @param lattice the cell that the grid divides
   * @param origin where the grid's first point lies
   * @param graphs the sites of each side
   * @param heightsAngstrom heights of the image planes above each site's anchor
   */
  ImagePlanes(
      Lattice lattice,
      GridOrigin origin,
      Collection<SurfaceGraph> graphs,
      List<Double> heightsAngstrom) {
    this.cellHeight = lattice.heightAngstrom();
    this.firstPlane = origin.heightAngstrom(lattice);
    this.heights =
        graphs.stream()
            .flatMapToDouble(
                graph ->
                    graph.all().stream()
                        .mapToDouble(AdsorptionSite::anchorAngstrom)
                        .flatMap(
                            anchor ->
                                heightsAngstrom.stream()
                                    .mapToDouble(h -> graph.side().sign() * (anchor + h))))
            .distinct()
            .toArray();
  }

  @Override
  public boolean keeps(int k, int nz) {
    if (nz != keptOf) {
      kept = planes(nz);
      keptOf = nz;
    }
    return kept.get(k);
  }

  private BitSet planes(int nz) {
    BitSet planes = new BitSet();
    for (double height : heights) {
      double at = (height - firstPlane) / cellHeight * nz;
      int first = (int) Math.floor(at - ROUNDING) - 1;
      int last = (int) Math.floor(at + ROUNDING) + 2;
      for (int k = first; nz > 0 && k <= last; k++) {
        planes.set(Math.floorMod(k, nz));
      }
    }
    return planes;
  }
}
