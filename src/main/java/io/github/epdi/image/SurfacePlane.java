package io.github.epdi.image;

import io.github.epdi.grid.SidePotential;
import io.github.epdi.structure.AdsorptionSite;

/** Samples the potential on a rectangle parallel to the surface, for maps of a whole side. */
public final class SurfacePlane {
  private SurfacePlane() {}

  /**
   * Samples at pixel centres, relative to the side's vacuum level. Row 0 is at the upper edge (+y).
   *
   * @param side the potential of a side; its planes cover the height
   * @param u lateral fractional coordinate along a of the rectangle's middle
   * @param v lateral fractional coordinate along b of the rectangle's middle
   * @param anchor the site from whose anchor the height is counted
   * @param heightAngstrom above that anchor
   * @param stepAngstrom distance of neighbouring pixels
   * @return rows * columns values in eV, row by row
   */
  public static double[] potential(
      SidePotential side,
      double u,
      double v,
      AdsorptionSite anchor,
      double heightAngstrom,
      double stepAngstrom,
      int columns,
      int rows) {
    double[] out = new double[columns * rows];
    new SurfaceSampler(side)
        .sample(
            u,
            v,
            anchor.anchorAngstrom() + heightAngstrom,
            Frame.NATIVE,
            Raster.centred(stepAngstrom, columns, rows),
            out);
    return out;
  }
}
