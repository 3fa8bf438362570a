package io.github.epdi.training;

import io.github.epdi.image.ImageSpec;
import io.github.epdi.image.SiteImages;
import java.util.HashMap;
import java.util.Map;

/** One renderer for each material, made when first asked for. Not thread-safe. */
final class SiteRenderers {
  private final ImageSpec spec;
  private final Map<String, SiteImages> byMaterial = new HashMap<>();

  SiteRenderers(ImageSpec spec) {
    this.spec = spec;
  }

  SiteImages of(LabelledGrid grid) {
    return byMaterial.computeIfAbsent(
        grid.materialId(), material -> new SiteImages(grid.reading(), grid.side(), spec));
  }
}
