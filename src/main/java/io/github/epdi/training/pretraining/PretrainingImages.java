package io.github.epdi.training.pretraining;

import ai.djl.ndarray.types.Shape;
import io.github.epdi.image.ImageSpec;
import io.github.epdi.structure.AdsorptionSite;
import io.github.epdi.training.examples.ImageSite;
import io.github.epdi.training.examples.SiteRenderers;
import io.github.epdi.training.loop.TrainingImages;
import io.github.epdi.training.loop.View;
import java.util.Arrays;
import java.util.List;

/** Renders images of unlabelled sites and gives them their surrogate targets. Not thread-safe. */
final class PretrainingImages implements TrainingImages {
  private final List<? extends ImageSite> sites;
  private final List<List<AdsorptionSite>> orbits;
  private final float[][] targets;
  private final SiteRenderers renderers;
  private final int pixels;

  PretrainingImages(List<? extends ImageSite> sites, ImageSpec spec, SurrogateTargets targets) {
    this.sites = List.copyOf(sites);
    this.orbits = sites.stream().map(ImageSite::orbit).toList();
    this.targets = sites.stream().map(targets::of).toArray(float[][]::new);
    this.renderers = new SiteRenderers(spec);
    this.pixels = spec.pixels();
  }

  int count() {
    return sites.size();
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
    int[] repeats = new int[sites.size()];
    Arrays.fill(repeats, 1);
    return repeats;
  }

  @Override
  public void render(View view, float[] out, int offset) {
    AdsorptionSite site = orbits.get(view.sample()).get(view.member());
    renderers.of(sites.get(view.sample()).grid()).render(site, view.frame(), out, offset);
  }

  @Override
  public int outputs() {
    return SurrogateTargets.COUNT;
  }

  @Override
  public void target(int sample, float[] out, int offset) {
    System.arraycopy(targets[sample], 0, out, offset, SurrogateTargets.COUNT);
  }
}
