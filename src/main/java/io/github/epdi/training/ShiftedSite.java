package io.github.epdi.training;

import io.github.epdi.structure.AdsorptionSite;
import io.github.epdi.structure.SiteKind;
import java.util.List;
import java.util.Random;

/**
 * A place beside a site: what pretraining sees of a surface between its sites.
 *
 * @param grid the material
 * @param representative the place, under the name of the site that it is beside
 */
record ShiftedSite(LabelledGrid grid, AdsorptionSite representative) implements ImageSite {
  /** About as far as from a bridge to the sites that it joins, and a little further. */
  private static final double FARTHEST_ANGSTROM = 1.2;

  /** A place drawn evenly from the disc around a site. */
  static ShiftedSite beside(ImageSite site, Random random) {
    AdsorptionSite at = site.representative();
    double radius = FARTHEST_ANGSTROM * Math.sqrt(random.nextDouble());
    double angle = 2 * Math.PI * random.nextDouble();
    double[] x = site.grid().reading().grid().lattice().vector(0);
    double[] n = site.grid().reading().grid().lattice().topNormal();
    double length = Math.sqrt(x[0] * x[0] + x[1] * x[1] + x[2] * x[2]);
    double[] y = {
      (n[1] * x[2] - n[2] * x[1]) / length,
      (n[2] * x[0] - n[0] * x[2]) / length,
      (n[0] * x[1] - n[1] * x[0]) / length
    };
    double cos = radius * Math.cos(angle) / length;
    double sin = radius * Math.sin(angle);
    double[] f =
        site.grid()
            .reading()
            .grid()
            .lattice()
            .fractional(cos * x[0] + sin * y[0], cos * x[1] + sin * y[1], cos * x[2] + sin * y[2]);
    return new ShiftedSite(
        site.grid(),
        new AdsorptionSite(
            at.kind(),
            at.number(),
            at.u() + f[0],
            at.v() + f[1],
            at.anchorAngstrom(),
            at.representative(),
            1));
  }

  @Override
  public List<AdsorptionSite> orbit() {
    return List.of(representative);
  }

  /** None: it is between sites. */
  @Override
  public SiteKind kind() {
    return null;
  }
}
