package io.github.epdi.training;

import io.github.epdi.structure.AdsorptionSite;
import java.util.List;

/** A site that images are made of, labelled or not. */
interface ImageSite {
  /** The material. */
  LabelledGrid grid();

  /** First site of its orbit: the one whose energy a screening predicts. */
  AdsorptionSite representative();

  /** All sites of its orbit, itself included, by number. */
  default List<AdsorptionSite> orbit() {
    return grid().network().sites(representative().kind()).stream()
        .filter(site -> site.representative().equals(representative().id()))
        .toList();
  }
}
