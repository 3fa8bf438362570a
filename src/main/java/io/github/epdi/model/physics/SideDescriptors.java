package io.github.epdi.model.physics;

import io.github.epdi.grid.GridReading;
import io.github.epdi.image.LocalFields;
import io.github.epdi.levels.SideLevels;
import io.github.epdi.structure.AdsorptionSite;
import io.github.epdi.structure.LayerShape;
import io.github.epdi.structure.Side;

/** Describes the sites of one side of a reading. Not thread-safe. */
public final class SideDescriptors {
  private final SideLevels levels;
  private final LayerShape layer;
  private final LocalFields fields;

  /**
   * Makes the descriptors of one side of a reading.
   *
   * @param reading a reading whose planes cover {@link LocalFields#HEIGHTS_ANGSTROM}
   * @param levels levels of the slab, seen from this side
   */
  public SideDescriptors(GridReading.Accepted reading, Side side, SideLevels levels) {
    this.levels = levels;
    this.layer = reading.slab().layerShape(side);
    this.fields = new LocalFields(reading.potential(side), reading.graph(side));
  }

  /** Returns the descriptors of one of the side's sites. */
  public SiteDescriptors of(AdsorptionSite site) {
    return SiteDescriptors.of(site.kind(), levels, layer, fields.roughnessEv(), fields.of(site));
  }
}
