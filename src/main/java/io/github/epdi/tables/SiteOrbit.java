package io.github.epdi.tables;

import io.github.epdi.pes.SiteResult;

/**
 * The symmetry orbit of a site, which holds the sites that it is equivalent to.
 *
 * @param symmetryClass number of the orbit, counted from 0 over the T, then H, then B sites
 * @param representative id of the orbit's first site
 * @param multiplicity number of its sites
 */
public record SiteOrbit(int symmetryClass, String representative, int multiplicity) {
  static SiteOrbit of(SiteResult site) {
    return new SiteOrbit(
        site.symmetryClass(), site.site().representative(), site.site().multiplicity());
  }
}
