package io.github.epdi.training.affinity;

import io.github.epdi.dataset.SiteMatch;
import io.github.epdi.model.physics.LabelledDescriptors;
import io.github.epdi.model.physics.SiteDescriptors;
import io.github.epdi.structure.SiteKind;
import io.github.epdi.training.examples.LabelledGrid;

/**
 * A label with the descriptors of its site.
 *
 * @param grid the material
 * @param match label and site
 * @param descriptors descriptors of the first site of its orbit
 */
record DescribedSite(LabelledGrid grid, SiteMatch match, SiteDescriptors descriptors) {
  String materialId() {
    return grid.materialId();
  }

  /** Returns the formula of the host. */
  String host() {
    return grid.reading().slab().host();
  }

  SiteKind kind() {
    return descriptors.kind();
  }

  double labelEv() {
    return match.label().energyEv();
  }

  LabelledDescriptors labelled() {
    return new LabelledDescriptors(materialId(), descriptors, labelEv());
  }
}
