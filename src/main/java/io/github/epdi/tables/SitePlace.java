package io.github.epdi.tables;

import io.github.epdi.structure.AdsorptionSite;
import io.github.epdi.structure.LateralPosition;
import io.github.epdi.structure.Side;

/**
 * The place of a site.
 *
 * @param fraction lateral fractional coordinates
 * @param position the same in the frame of the side's images
 * @param anchorAngstrom mean coordinate of its own chalcogens along the outward normal
 */
public record SitePlace(Fraction fraction, LateralPosition position, double anchorAngstrom) {
  /**
   * Lateral fractional coordinates in [0, 1).
   *
   * @param u coordinate along a
   * @param v coordinate along b
   */
  public record Fraction(double u, double v) {}

  static SitePlace of(MaterialDescription material, Side side, AdsorptionSite site) {
    return new SitePlace(
        new Fraction(site.u(), site.v()),
        LateralPosition.of(material.lattice(), side, site.u(), site.v()),
        site.anchorAngstrom());
  }
}
