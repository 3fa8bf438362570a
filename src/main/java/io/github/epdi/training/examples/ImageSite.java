package io.github.epdi.training.examples;

import io.github.epdi.structure.AdsorptionSite;
import io.github.epdi.structure.SiteKind;
import java.util.List;

/** A site that images are made of, labelled or not. */
public interface ImageSite {
  /** The material. */
  LabelledGrid grid();

  /** First site of its orbit: the one whose energy a screening predicts. */
  AdsorptionSite representative();

  /** Which kind of site it is; null for a place between sites. */
  default SiteKind kind() {
    return representative().kind();
  }

  /** All sites of its orbit, itself included, by number. */
  default List<AdsorptionSite> orbit() {
    return grid().graph().sites(representative().kind()).stream()
        .filter(site -> site.representative().equals(representative().id()))
        .toList();
  }
}
