package io.github.epdi.dataset;

import io.github.epdi.structure.AdsorptionSite;

/**
 * The site that a label belongs to, or why it belongs to none.
 *
 * @param label the label
 * @param site the slab's site at the label's place; null if there is a problem
 * @param representative first site of its symmetry orbit; null if there is a problem
 * @param problem a message "Cannot use label ..."; null if there is none
 */
public record SiteMatch(
    Label label, AdsorptionSite site, AdsorptionSite representative, String problem) {
  /** Tells whether the label has a site. */
  public boolean isMatched() {
    return problem == null;
  }
}
