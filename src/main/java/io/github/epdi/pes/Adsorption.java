package io.github.epdi.pes;

import io.github.epdi.structure.SiteKind;

/**
 * Where lithium sits best on a side, and how strongly.
 *
 * @param siteId the T or H site with the lowest binding energy; among equal ones T, then the first
 * @param lowestEv binding energy of the lowest T or H site
 * @param byKind the lowest of either kind
 */
public record Adsorption(String siteId, Predicted lowestEv, ByKind byKind) {
  /**
   * The lowest binding energies of the two kinds of stable sites.
   *
   * @param topEv of the T sites
   * @param hollowEv of the H sites
   */
  public record ByKind(Predicted topEv, Predicted hollowEv) {}

  static Adsorption of(Ensemble<SurfaceEnergies> energies) {
    return new Adsorption(
        lowestSite(energies.ofMean()),
        energies.number(SurfaceEnergies::lowestEv),
        new ByKind(
            energies.number(all -> all.lowestEv(SiteKind.T)),
            energies.number(all -> all.lowestEv(SiteKind.H))));
  }

  private static String lowestSite(SurfaceEnergies energies) {
    SiteKind kind =
        energies.lowestEv(SiteKind.T) <= energies.lowestEv(SiteKind.H) ? SiteKind.T : SiteKind.H;
    return kind.name() + energies.lowestNumber(kind);
  }
}
