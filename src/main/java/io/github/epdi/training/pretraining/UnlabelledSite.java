package io.github.epdi.training.pretraining;

import io.github.epdi.structure.AdsorptionSite;
import io.github.epdi.training.examples.ImageSite;
import io.github.epdi.training.examples.LabelledGrid;

/**
 * A symmetry-unique site that nothing was calculated for.
 *
 * @param grid the material
 * @param representative the site
 */
record UnlabelledSite(LabelledGrid grid, AdsorptionSite representative) implements ImageSite {}
