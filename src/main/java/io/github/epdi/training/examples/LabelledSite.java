package io.github.epdi.training.examples;

import io.github.epdi.dataset.Label;
import io.github.epdi.dataset.SiteMatch;
import io.github.epdi.structure.AdsorptionSite;
import io.github.epdi.structure.SiteKind;
import java.util.ArrayList;
import java.util.List;

/**
 * A label with its site, its material and the part that the material is in.
 *
 * @param grid the material
 * @param match label and site
 * @param part what the site is used for
 */
public record LabelledSite(LabelledGrid grid, SiteMatch match, Part part) implements ImageSite {
  /** Returns all labelled sites, material by material. */
  public static List<LabelledSite> all(List<LabelledGrid> grids, MaterialSplit split) {
    List<LabelledSite> sites = new ArrayList<>();
    for (LabelledGrid grid : grids) {
      Part part = split.part(grid.materialId());
      grid.matches().forEach(match -> sites.add(new LabelledSite(grid, match, part)));
    }
    return sites;
  }

  public String materialId() {
    return grid.materialId();
  }

  public Label label() {
    return match.label();
  }

  public double labelEv() {
    return match.label().energyEv();
  }

  @Override
  public SiteKind kind() {
    return match.site().kind();
  }

  @Override
  public AdsorptionSite representative() {
    return match.representative();
  }

  /** Returns the same site in another part. */
  public LabelledSite in(Part other) {
    return new LabelledSite(grid, match, other);
  }
}
