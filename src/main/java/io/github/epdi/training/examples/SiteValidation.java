package io.github.epdi.training.examples;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import io.github.epdi.image.Frame;
import io.github.epdi.image.ImageSpec;
import io.github.epdi.model.BundleMetadata;
import io.github.epdi.training.loop.Validation;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Measures the mean absolute error of a network in training over the validation part. Each site is
 * averaged over the frames that the finished bundle will average.
 */
public final class SiteValidation implements Validation {
  private final NDManager manager;
  private final List<LabelledSite> sites;
  private final ImageSpec spec;
  private final List<Frame> frames;
  private final BundleMetadata.Target target;
  private final SiteRenderers renderers;
  private final ToDoubleFunction<LabelledSite> valueEv;

  /** Validates against the sites' labels. */
  public SiteValidation(
      NDManager manager,
      List<LabelledSite> sites,
      ImageSpec spec,
      int copies,
      BundleMetadata.Target target) {
    this(manager, sites, spec, copies, target, LabelledSite::labelEv);
  }

  /** Validates against any values of the sites. */
  public SiteValidation(
      NDManager manager,
      List<LabelledSite> sites,
      ImageSpec spec,
      int copies,
      BundleMetadata.Target target,
      ToDoubleFunction<LabelledSite> valueEv) {
    this.valueEv = valueEv;
    this.manager = manager;
    this.sites = List.copyOf(sites);
    this.spec = spec;
    this.frames = Frame.averaged(copies);
    this.target = target;
    this.renderers = new SiteRenderers(spec);
  }

  @Override
  public double maeEv(Block block) {
    double sum = 0;
    for (LabelledSite site : sites) {
      sum += Math.abs(predict(block, site) - valueEv.applyAsDouble(site));
    }
    return sites.isEmpty() ? Double.NaN : sum / sites.size();
  }

  /** Returns the prediction for any site in eV, averaged over the frames. */
  public double predict(Block block, LabelledSite site) {
    float[] images = new float[frames.size() * spec.length()];
    for (int i = 0; i < frames.size(); i++) {
      renderers
          .of(site.grid())
          .render(site.representative(), frames.get(i), images, i * spec.length());
    }
    try (NDManager scratch = manager.newSubManager()) {
      Shape shape = new Shape(frames.size(), 3, spec.pixels(), spec.pixels());
      NDArray input = scratch.create(FloatBuffer.wrap(images), shape);
      ParameterStore store = new ParameterStore(manager, false);
      float[] outputs =
          block.forward(store, new NDList(input), false).singletonOrThrow().toFloatArray();
      double sum = 0;
      for (float output : outputs) {
        sum += output;
      }
      return target.meanEv() + target.scaleEv() * sum / outputs.length;
    }
  }
}
