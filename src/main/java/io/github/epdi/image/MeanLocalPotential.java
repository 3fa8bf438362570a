package io.github.epdi.image;

import io.github.epdi.grid.SidePotential;
import io.github.epdi.structure.AdsorptionSite;

/**
 * The mean local electrostatic potential of a site. It is the mean over those pixel centres of a
 * 224-pixel, 8 Angstrom window at one height that lie in a disc around the site. Values are in eV
 * with an electron's sign, relative to the vacuum level.
 *
 * @param radiusAngstrom radius of the disc (1.5)
 * @param heightAngstrom height above the anchor (1.5)
 */
public record MeanLocalPotential(double radiusAngstrom, double heightAngstrom) {
  /** A radius of 1.5 and a height of 1.5 Angstrom. */
  public static final MeanLocalPotential DEFAULT = new MeanLocalPotential(1.5, 1.5);

  private static final double WINDOW_ANGSTROM = 8;
  private static final int PIXELS = 224;
  private static final double STEP_ANGSTROM = WINDOW_ANGSTROM / PIXELS;

  /** Checks that the disc holds a pixel centre and lies within the window. */
  public MeanLocalPotential {
    if (!(radiusAngstrom >= STEP_ANGSTROM && radiusAngstrom <= WINDOW_ANGSTROM / 2)) {
      throw new IllegalArgumentException(
          "Cannot average over a disc: expected a radius from "
              + STEP_ANGSTROM
              + " to "
              + WINDOW_ANGSTROM / 2
              + " Angstrom, found "
              + radiusAngstrom);
    }
    if (!(heightAngstrom > 0 && Double.isFinite(heightAngstrom))) {
      throw new IllegalArgumentException(
          "Cannot average over a disc: expected a positive height, found " + heightAngstrom);
    }
  }

  /**
   * Returns the descriptor of one site in eV.
   *
   * @throws IllegalStateException if the planes of this height were not read
   */
  public double ofSite(SidePotential side, AdsorptionSite site) {
    return ofSite(new SurfaceSampler(side), site);
  }

  double ofSite(SurfaceSampler sampler, AdsorptionSite site) {
    // Only the pixels of the 224 x 224 window that can lie in the disc.
    int across = Math.min(PIXELS, 2 * (int) Math.ceil(radiusAngstrom / STEP_ANGSTROM));
    Raster raster = Raster.centred(STEP_ANGSTROM, across, across);
    double[] potential = new double[raster.size()];
    sampler.sample(
        site.u(),
        site.v(),
        site.anchorAngstrom() + heightAngstrom,
        Frame.NATIVE,
        raster,
        potential);
    double sum = 0;
    int count = 0;
    for (int r = 0; r < across; r++) {
      double y = raster.upperAngstrom() - r * STEP_ANGSTROM;
      for (int c = 0; c < across; c++) {
        double x = raster.leftAngstrom() + c * STEP_ANGSTROM;
        if (x * x + y * y <= radiusAngstrom * radiusAngstrom) {
          sum += potential[r * across + c];
          count++;
        }
      }
    }
    return sum / count;
  }
}
