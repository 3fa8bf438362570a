package io.github.epdi.training.examples;

import io.github.epdi.image.ImageSpec;
import io.github.epdi.image.SiteImages;
import java.util.HashMap;
import java.util.Map;

/**
 * Keeps one renderer for each material and makes it when it is first asked for. Not thread-safe.
 */
public final class SiteRenderers {
  private final ImageSpec spec;
  private final Map<String, SiteImages> byMaterial = new HashMap<>();

  public SiteRenderers(ImageSpec spec) {
    this.spec = spec;
  }

  public SiteImages of(LabelledGrid grid) {
    return byMaterial.computeIfAbsent(
        grid.materialId(), material -> new SiteImages(grid.potential(), spec));
  }
}
