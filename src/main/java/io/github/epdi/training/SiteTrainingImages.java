package io.github.epdi.training;

import ai.djl.ndarray.types.Shape;
import io.github.epdi.image.ImageSpec;
import io.github.epdi.image.SiteImages;
import io.github.epdi.model.BundleMetadata;
import io.github.epdi.structure.AdsorptionSite;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Images of labelled sites, rendered afresh for every view. Not thread-safe. */
final class SiteTrainingImages implements TrainingImages {
  private final List<LabelledSite> sites;
  private final List<List<AdsorptionSite>> orbits;
  private final List<SiteImages> images;
  private final int pixels;
  private final BundleMetadata.Target target;

  SiteTrainingImages(List<LabelledSite> sites, ImageSpec spec, BundleMetadata.Target target) {
    this.sites = List.copyOf(sites);
    this.orbits = sites.stream().map(LabelledSite::orbit).toList();
    SiteRenderers renderers = new SiteRenderers(spec);
    this.images = sites.stream().map(site -> renderers.of(site.grid())).toList();
    this.pixels = spec.pixels();
    this.target = target;
  }

  @Override
  public Shape shape() {
    return new Shape(3, pixels, pixels);
  }

  @Override
  public int[] members() {
    return orbits.stream().mapToInt(List::size).toArray();
  }

  /** Materials are shown about equally often, however many of their sites are labelled. */
  @Override
  public int[] repeats() {
    Map<String, Integer> counts = new HashMap<>();
    sites.forEach(site -> counts.merge(site.materialId(), 1, Integer::sum));
    int most = Collections.max(counts.values());
    return sites.stream()
        .mapToInt(site -> Math.round((float) most / counts.get(site.materialId())))
        .toArray();
  }

  @Override
  public void render(View view, float[] out, int offset) {
    AdsorptionSite site = orbits.get(view.sample()).get(view.member());
    images.get(view.sample()).render(site, view.frame(), out, offset);
  }

  @Override
  public int outputs() {
    return 1;
  }

  @Override
  public void target(int sample, float[] out, int offset) {
    out[offset] = (float) ((sites.get(sample).labelEv() - target.meanEv()) / target.scaleEv());
  }
}
