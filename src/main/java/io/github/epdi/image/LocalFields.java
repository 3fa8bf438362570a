package io.github.epdi.image;

import io.github.epdi.grid.SidePotential;
import io.github.epdi.structure.AdsorptionSite;
import io.github.epdi.structure.SurfaceGraph;
import java.util.List;

/**
 * Measures the potential of one side of a slab: around each site, and over the side as a whole. Not
 * thread-safe.
 */
public final class LocalFields {
  /** Heights whose planes a reading needs for this, Angstrom. */
  public static final List<Double> HEIGHTS_ANGSTROM = List.of(0.0, 1.0, 1.5, 2.0, 3.0);

  private static final double NEAR_ANGSTROM = 1.5;
  private static final double WIDE_ANGSTROM = 3.0;
  private static final Raster POINT = Raster.centred(1, 1, 1);

  private final SidePotential potential;
  private final SurfaceSampler sampler;
  private final double farMeanEv;
  private final double roughnessEv;

  /**
   * Fields of a side.
   *
   * @param potential of the side, whose planes cover {@link #HEIGHTS_ANGSTROM}
   * @param graph its sites
   */
  public LocalFields(SidePotential potential, SurfaceGraph graph) {
    this.potential = potential;
    this.sampler = new SurfaceSampler(potential);
    double anchor =
        graph.all().stream().mapToDouble(AdsorptionSite::anchorAngstrom).average().orElseThrow();
    this.farMeanEv = mean(plane(anchor + 3.0));
    this.roughnessEv = deviation(plane(anchor + 1.5));
  }

  /** Standard deviation of the potential over the plane 1.5 Angstrom above the chalcogens, eV. */
  public double roughnessEv() {
    return roughnessEv;
  }

  /** The field around one site. */
  public LocalField of(AdsorptionSite site) {
    double near = disc(site, NEAR_ANGSTROM, 1.5);
    return new LocalField(
        disc(site, NEAR_ANGSTROM, 1.0),
        near,
        disc(site, NEAR_ANGSTROM, 2.0),
        disc(site, WIDE_ANGSTROM, 1.5) - near,
        axis(site),
        disc(site, WIDE_ANGSTROM, 3.0) - farMeanEv);
  }

  private double disc(AdsorptionSite site, double radiusAngstrom, double heightAngstrom) {
    return new MeanLocalPotential(radiusAngstrom, heightAngstrom).ofSite(sampler, site);
  }

  private double axis(AdsorptionSite site) {
    double[] value = new double[1];
    sampler.sample(site.u(), site.v(), site.anchorAngstrom(), Frame.NATIVE, POINT, value);
    return value[0];
  }

  private double[] plane(double normalAngstrom) {
    return PlaneField.at(
            potential.grid(), potential.side().sign() * normalAngstrom, potential.vacuumLevelEv())
        .values();
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double deviation(double[] values) {
    double mean = mean(values);
    double sum = 0;
    for (double value : values) {
      sum += (value - mean) * (value - mean);
    }
    return Math.sqrt(sum / values.length);
  }
}
