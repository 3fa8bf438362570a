package io.github.epdi.training;

import io.github.epdi.structure.AdsorptionSite;

/**
 * A symmetry-unique site that nothing was calculated for.
 *
 * @param grid the material
 * @param representative the site
 */
record UnlabelledSite(LabelledGrid grid, AdsorptionSite representative) implements ImageSite {}
