package io.github.epdi.pes;

import io.github.epdi.structure.SiteKind;

/**
 * The site of a side that binds lithium most strongly, and how strongly.
 *
 * @param siteId the T or H site with the lowest binding energy; among equal ones a T site before an
 *     H site, then the first by number
 * @param lowestEv lowest binding energy of all T and H sites, eV
 * @param byKind lowest binding energies of the T sites and of the H sites
 */
public record Adsorption(String siteId, Predicted lowestEv, ByKind byKind) {
  /**
   * The lowest binding energies of the two kinds of stable sites.
   *
   * @param topEv lowest binding energy of the T sites, eV
   * @param hollowEv lowest binding energy of the H sites, eV
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
