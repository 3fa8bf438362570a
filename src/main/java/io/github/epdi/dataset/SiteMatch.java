package io.github.epdi.dataset;

import io.github.epdi.structure.AdsorptionSite;

/**
 * To which site a label belongs, or why to none.
 *
 * @param label the label
 * @param site the slab's own site at the label's place; null if there is a problem
 * @param representative first site of its symmetry orbit; null if there is a problem
 * @param problem "Cannot use label ...", or null
 */
public record SiteMatch(
    Label label, AdsorptionSite site, AdsorptionSite representative, String problem) {
  /** Whether the label has its site. */
  public boolean isMatched() {
    return problem == null;
  }
}
