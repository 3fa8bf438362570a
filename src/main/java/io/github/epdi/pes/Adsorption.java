package io.github.epdi.pes;

import io.github.epdi.structure.SiteKind;

/**
 * The site of a side that binds lithium most strongly, and how strongly.
 *
 * @param siteId the T or H site with the lowest binding energy; among equal ones a T site before an
 *     H site, then the first by number
 * @param lowestEv lowest binding energy of all T and H sites, eV
 * @param intervalEv interval of that energy; null if the model tells none
 * @param byKind lowest binding energies of the T sites and of the H sites
 */
public record Adsorption(String siteId, Predicted lowestEv, Interval intervalEv, ByKind byKind) {
  /**
   * The lowest binding energies of the two kinds of stable sites.
   *
   * @param topEv lowest binding energy of the T sites, eV
   * @param hollowEv lowest binding energy of the H sites, eV
   */
  public record ByKind(Predicted topEv, Predicted hollowEv) {}

  static Adsorption of(Ensemble<SurfaceEnergies> energies, SurfaceDoubt doubt) {
    SurfaceEnergies mean = energies.ofMean();
    SiteKind kind = lowestKind(mean);
    int number = mean.lowestNumber(kind);
    return new Adsorption(
        kind.name() + number,
        energies.number(SurfaceEnergies::lowestEv),
        doubt == null ? null : doubt.energyEv(mean, kind, number),
        new ByKind(
            energies.number(all -> all.lowestEv(SiteKind.T)),
            energies.number(all -> all.lowestEv(SiteKind.H))));
  }

  private static SiteKind lowestKind(SurfaceEnergies energies) {
    return energies.lowestEv(SiteKind.T) <= energies.lowestEv(SiteKind.H) ? SiteKind.T : SiteKind.H;
  }
}
