package io.github.epdi.training.pretraining;

import io.github.epdi.structure.AdsorptionSite;
import io.github.epdi.structure.Lattice;
import io.github.epdi.structure.SiteKind;
import io.github.epdi.training.examples.ImageSite;
import io.github.epdi.training.examples.LabelledGrid;
import java.util.List;
import java.util.Random;

/**
 * A place beside a site, which shows a pretraining the surface between its sites.
 *
 * @param grid the material
 * @param representative the place, under the name of the site that it is beside
 */
record ShiftedSite(LabelledGrid grid, AdsorptionSite representative) implements ImageSite {
  /** Is about the distance from a bridge to the sites that it joins, and a little more. */
  private static final double FARTHEST_ANGSTROM = 1.2;

  /** Draws a place evenly from the disc around a site. */
  static ShiftedSite beside(ImageSite site, Random random) {
    AdsorptionSite at = site.representative();
    double radius = FARTHEST_ANGSTROM * Math.sqrt(random.nextDouble());
    double angle = 2 * Math.PI * random.nextDouble();
    Lattice lattice = site.grid().reading().structure().lattice();
    double[] a = lattice.vector(0);
    double alongA = Math.cos(angle) / Math.sqrt(a[0] * a[0] + a[1] * a[1] + a[2] * a[2]);
    double[] across = lattice.acrossA();
    double u = radius * (alongA + Math.sin(angle) * across[0]);
    double v = radius * Math.sin(angle) * across[1];
    return new ShiftedSite(
        site.grid(),
        new AdsorptionSite(
            at.kind(),
            at.number(),
            at.u() + u,
            at.v() + v,
            at.anchorAngstrom(),
            at.representative(),
            1));
  }

  @Override
  public List<AdsorptionSite> orbit() {
    return List.of(representative);
  }

  /** Returns null, because the place is between sites. */
  @Override
  public SiteKind kind() {
    return null;
  }
}
