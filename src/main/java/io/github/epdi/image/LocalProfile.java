package io.github.epdi.image;

import io.github.epdi.grid.SidePotential;
import io.github.epdi.structure.AdsorptionSite;

/**
 * Describes the potential around sites of one side by a few numbers that do not change when the
 * surface is turned or mirrored. These are means over rings around the site, and how strongly the
 * potential varies once, twice and three times around a ring. The potential is sampled on 64 x 64
 * pixels of an 8 Angstrom window. Values are in eV with an electron's sign, relative to the vacuum
 * level. Not thread-safe.
 */
public final class LocalProfile {
  /** Number of rings: 0 to 4 Angstrom. */
  public static final int RINGS = 7;

  /** Number of strengths of waves around rings: three orders on three rings. */
  public static final int WAVES = 9;

  private static final double[] RING_EDGES = {0, 0.35, 0.75, 1.25, 1.75, 2.5, 3.25, 4};
  private static final double[] WAVE_EDGES = {0.6, 1.2, 1.4, 2.0, 2.4, 3.2};
  private static final int ORDERS = 3;
  private static final int PIXELS = 64;
  private static final Raster RASTER = Raster.window(ImageSpec.DEFAULT_WINDOW_ANGSTROM, PIXELS);

  private final SurfaceSampler sampler;
  private final double[] potential = new double[RASTER.size()];

  /** Makes profiles of one side. */
  public LocalProfile(SidePotential side) {
    this.sampler = new SurfaceSampler(side);
  }

  /**
   * Returns the means over the rings, from the centre outwards.
   *
   * @throws IllegalStateException if the planes of this height were not read
   */
  public double[] rings(AdsorptionSite site, double heightAngstrom) {
    sample(site, heightAngstrom);
    double[] sums = new double[RINGS];
    int[] counts = new int[RINGS];
    for (int i = 0; i < potential.length; i++) {
      int ring = interval(RING_EDGES, radiusAngstrom(i), 1);
      if (ring >= 0) {
        sums[ring] += potential[i];
        counts[ring]++;
      }
    }
    for (int ring = 0; ring < RINGS; ring++) {
      sums[ring] /= counts[ring];
    }
    return sums;
  }

  /**
   * Returns the strengths |mean of V e^(i m angle)| for m = 1, 2 and 3, each on three rings.
   *
   * @throws IllegalStateException if the planes of this height were not read
   */
  public double[] waves(AdsorptionSite site, double heightAngstrom) {
    sample(site, heightAngstrom);
    double[] real = new double[WAVES];
    double[] imaginary = new double[WAVES];
    int[] counts = new int[WAVES];
    for (int i = 0; i < potential.length; i++) {
      int ring = interval(WAVE_EDGES, radiusAngstrom(i), 2);
      for (int order = 1; ring >= 0 && order <= ORDERS; order++) {
        int at = (order - 1) * ORDERS + ring;
        double angle = order * Math.atan2(y(i), x(i));
        real[at] += potential[i] * Math.cos(angle);
        imaginary[at] += potential[i] * Math.sin(angle);
        counts[at]++;
      }
    }
    double[] strengths = new double[WAVES];
    for (int at = 0; at < WAVES; at++) {
      strengths[at] = Math.hypot(real[at], imaginary[at]) / counts[at];
    }
    return strengths;
  }

  private void sample(AdsorptionSite site, double heightAngstrom) {
    sampler.sample(
        site.u(),
        site.v(),
        site.anchorAngstrom() + heightAngstrom,
        Frame.NATIVE,
        RASTER,
        potential);
  }

  private static double x(int pixel) {
    return RASTER.leftAngstrom() + pixel % PIXELS * RASTER.stepAngstrom();
  }

  private static double y(int pixel) {
    int row = pixel / PIXELS;
    return RASTER.upperAngstrom() - row * RASTER.stepAngstrom();
  }

  private static double radiusAngstrom(int pixel) {
    return Math.hypot(x(pixel), y(pixel));
  }

  /**
   * Returns the number n of the interval [edges[n stride], edges[n stride + 1]) that holds a value,
   * or -1 if none does.
   */
  private static int interval(double[] edges, double value, int stride) {
    for (int n = 0; n * stride + 1 < edges.length; n++) {
      if (value >= edges[n * stride] && value < edges[n * stride + 1]) {
        return n;
      }
    }
    return -1;
  }
}
