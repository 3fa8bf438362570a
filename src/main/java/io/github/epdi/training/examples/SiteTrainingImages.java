package io.github.epdi.training.examples;

import ai.djl.ndarray.types.Shape;
import io.github.epdi.image.ImageSpec;
import io.github.epdi.image.SiteImages;
import io.github.epdi.model.BundleMetadata;
import io.github.epdi.structure.AdsorptionSite;
import io.github.epdi.training.loop.TrainingImages;
import io.github.epdi.training.loop.View;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Renders the images of labelled sites afresh for every view. Not thread-safe. */
public final class SiteTrainingImages implements TrainingImages {
  /** Says how often sites are shown. */
  public enum Weighting {
    /** Each site is shown equally often. */
    SITES,
    /** Each material is shown about equally often, however many of its sites are labelled. */
    MATERIALS
  }

  private final List<LabelledSite> sites;
  private final List<List<AdsorptionSite>> orbits;
  private final List<SiteImages> images;
  private final int pixels;
  private final BundleMetadata.Target target;
  private final Weighting weighting;
  private final ToDoubleFunction<LabelledSite> valueEv;

  /** Prepares images whose targets are the sites' labels. */
  public SiteTrainingImages(
      List<LabelledSite> sites, ImageSpec spec, BundleMetadata.Target target) {
    this(sites, spec, target, Weighting.MATERIALS, LabelledSite::labelEv);
  }

  /**
   * Prepares images whose targets are any values of the sites.
   *
   * @param target centre and scale of the values
   * @param valueEv gives what is to be predicted for a site
   */
  public SiteTrainingImages(
      List<LabelledSite> sites,
      ImageSpec spec,
      BundleMetadata.Target target,
      Weighting weighting,
      ToDoubleFunction<LabelledSite> valueEv) {
    this.weighting = weighting;
    this.valueEv = valueEv;
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

  @Override
  public int[] repeats() {
    if (weighting == Weighting.SITES) {
      return sites.stream().mapToInt(site -> 1).toArray();
    }
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
    out[offset] =
        (float) ((valueEv.applyAsDouble(sites.get(sample)) - target.meanEv()) / target.scaleEv());
  }
}
