package io.github.epdi.training.examples;

import io.github.epdi.image.Frame;
import io.github.epdi.image.SiteImages;
import io.github.epdi.model.BatchSize;
import io.github.epdi.model.BindingEnergyModel;
import io.github.epdi.model.BindingEnergyPredictor;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Predicts labelled sites as a screening does. It predicts the representative of a site's orbit in
 * the frames that the bundle averages, takes the mean over frames and members, and gives that value
 * to the whole orbit.
 */
public final class SiteEnergies implements AutoCloseable {
  private record Orbit(String materialId, String representative) {}

  private final BindingEnergyPredictor predictor;
  private final SiteRenderers renderers;
  private final List<Frame> frames;
  private final float[] images;
  private final int length;
  private final Map<Orbit, Double> known = new HashMap<>();

  /** Predicts with a model, which the caller must close. */
  public SiteEnergies(BindingEnergyModel model) {
    renderers = new SiteRenderers(model.metadata().image());
    frames = Frame.averaged(model.metadata().averagedCopies());
    int standard = BatchSize.of(model.device().kind(), model.metadata().image().pixels());
    predictor = model.newPredictor(Math.min(standard, frames.size()));
    length = model.metadata().image().length();
    images = new float[frames.size() * length];
  }

  /** Returns the predicted binding energy of a site in eV. */
  public double energyEv(LabelledSite site) {
    Orbit orbit = new Orbit(site.materialId(), site.representative().id());
    return known.computeIfAbsent(orbit, key -> predict(site));
  }

  @Override
  public void close() {
    predictor.close();
  }

  private double predict(LabelledSite site) {
    SiteImages renderer = renderers.of(site.grid());
    for (int i = 0; i < frames.size(); i++) {
      renderer.render(site.representative(), frames.get(i), images, i * length);
    }
    return Arrays.stream(predictor.predict(images, frames.size()))
        .flatMapToDouble(Arrays::stream)
        .average()
        .orElseThrow();
  }
}
