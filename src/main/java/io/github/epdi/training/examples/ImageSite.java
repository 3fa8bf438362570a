package io.github.epdi.training.examples;

import io.github.epdi.structure.AdsorptionSite;
import io.github.epdi.structure.SiteKind;
import java.util.List;

/** A site that images are made of, labelled or not. */
public interface ImageSite {
  /** Returns the material with its grid. */
  LabelledGrid grid();

  /** Returns the first site of the orbit, whose energy a screening predicts. */
  AdsorptionSite representative();

  /** Returns the kind of the site, or null for a place between sites. */
  default SiteKind kind() {
    return representative().kind();
  }

  /** Returns all sites of the orbit by number, this one included. */
  default List<AdsorptionSite> orbit() {
    return grid().graph().sites(representative().kind()).stream()
        .filter(site -> site.representative().equals(representative().id()))
        .toList();
  }
}
