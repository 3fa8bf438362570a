package io.github.epdi.training.affinity;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.github.epdi.image.Frame;
import io.github.epdi.image.ImageSpec;
import io.github.epdi.model.network.Architecture;
import io.github.epdi.model.network.Network;
import io.github.epdi.training.examples.SiteRenderers;
import io.github.epdi.training.loop.StartWeights;
import java.util.List;

/**
 * What the layers of a network before its last one say of each site, averaged over turned and
 * mirrored images.
 */
final class SiteFeatures {
  private final double[][] rows;
  private final double millisPerSite;

  private SiteFeatures(double[][] rows, double millisPerSite) {
    this.rows = rows;
    this.millisPerSite = millisPerSite;
  }

  /** Returns the features of each site, in the sites' order. */
  double[][] rows() {
    return rows.clone();
  }

  /** Returns the time for images and network with one thread. */
  double millisPerSite() {
    return millisPerSite;
  }

  /** Works the features out, with the images that a bundle of so many copies would average. */
  static SiteFeatures of(
      List<DescribedSite> sites, ImageSpec spec, int copies, StartWeights weights) {
    List<Frame> frames = Frame.averaged(copies);
    SiteRenderers renderers = new SiteRenderers(spec);
    Network network = Architecture.DENSENET121.newNetwork(1);
    double[][] rows = new double[sites.size()][];
    try (NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch")) {
      weights.load(manager, network);
      Shape shape = new Shape(copies, 3, spec.pixels(), spec.pixels());
      network.initialize(manager, DataType.FLOAT32, shape);
      network.fold();
      rows[0] = row(network, manager, renderers, sites.get(0), frames, spec);
      long start = System.nanoTime();
      for (int s = 0; s < rows.length; s++) {
        rows[s] = row(network, manager, renderers, sites.get(s), frames, spec);
      }
      return new SiteFeatures(rows, (System.nanoTime() - start) * 1e-6 / rows.length);
    }
  }

  private static double[] row(
      Network network,
      NDManager manager,
      SiteRenderers renderers,
      DescribedSite site,
      List<Frame> frames,
      ImageSpec spec) {
    float[] images = new float[frames.size() * spec.length()];
    for (int i = 0; i < frames.size(); i++) {
      renderers
          .of(site.grid())
          .render(site.match().representative(), frames.get(i), images, i * spec.length());
    }
    Shape shape = new Shape(frames.size(), 3, spec.pixels(), spec.pixels());
    float[] features = network.features(manager, images, shape);
    double[] mean = new double[features.length / frames.size()];
    for (int i = 0; i < features.length; i++) {
      mean[i % mean.length] += features[i] / (double) frames.size();
    }
    return mean;
  }
}
