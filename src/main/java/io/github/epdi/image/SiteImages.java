package io.github.epdi.image;

import io.github.epdi.grid.SidePotential;
import io.github.epdi.structure.AdsorptionSite;
import java.util.Arrays;

/**
 * Renders the sites of one side of one grid: the only way from grid and site to pixels. Not
 * thread-safe (it reuses its scratch arrays); cheap to make.
 */
public final class SiteImages {
  private static final PixelRange[] ANY = {PixelRange.ANY, PixelRange.ANY, PixelRange.ANY};

  private final ImageSpec spec;
  private final SurfaceSampler sampler;
  private final Raster raster;
  private final double[] scratch;
  private final ColorScale scale;
  private final PixelRange[] plausible = new PixelRange[3];

  /**
   * Images of one side.
   *
   * @param potential whose planes cover the spec's heights
   */
  public SiteImages(SidePotential potential, ImageSpec spec) {
    this.spec = spec;
    this.sampler = new SurfaceSampler(potential);
    this.raster = Raster.window(spec.windowAngstrom(), spec.pixels());
    this.scratch = new double[raster.size()];
    this.scale = spec.encoding() == Encoding.COLORMAP ? ColorScale.of(spec) : null;
    Arrays.setAll(plausible, channel -> PixelRange.of(spec, channel));
  }

  /**
   * Renders one encoded image (3, P, P), channel by channel, row 0 first, into {@code out}.
   *
   * @param offset where in {@code out} the image begins
   * @return fraction of pixels whose potential was clipped to the colour range; 0 for PLANES
   * @throws IllegalStateException if the planes of the spec's heights were not read
   */
  public double render(AdsorptionSite site, Frame frame, float[] out, int offset) {
    return render(site, frame, out, offset, ANY);
  }

  /**
   * Renders as {@link #render} does, for a prediction: an image that is unlike all that the spec's
   * model was trained on is refused.
   *
   * @throws io.github.epdi.structure.RejectException IMPLAUSIBLE, naming the site and its potential
   */
  public double renderPlausible(AdsorptionSite site, Frame frame, float[] out, int offset) {
    return render(site, frame, out, offset, plausible);
  }

  private double render(
      AdsorptionSite site, Frame frame, float[] out, int offset, PixelRange[] ranges) {
    if (scale == null) {
      renderPlanes(site, frame, out, offset, ranges);
      return 0;
    }
    sample(site, frame, spec.heightsAngstrom().get(0));
    ranges[0].require(scratch, site.id());
    int clipped = scale.encode(scratch, out, offset);
    return clipped / (double) scratch.length;
  }

  /**
   * Samples the potential in eV relative to the side's vacuum level on the spec's window and
   * pixels.
   *
   * @param heightAngstrom above the site's anchor, along the outward normal
   * @return P * P values, row by row
   * @throws IllegalStateException if the planes of that height were not read
   */
  public double[] potential(AdsorptionSite site, Frame frame, double heightAngstrom) {
    sample(site, frame, heightAngstrom);
    return scratch.clone();
  }

  private void sample(AdsorptionSite site, Frame frame, double heightAngstrom) {
    double normalAngstrom = site.anchorAngstrom() + heightAngstrom;
    sampler.sample(site.u(), site.v(), normalAngstrom, frame, raster, scratch);
  }

  private void renderPlanes(
      AdsorptionSite site, Frame frame, float[] out, int offset, PixelRange[] ranges) {
    for (int channel = 0; channel < 3; channel++) {
      sample(site, frame, spec.heightsAngstrom().get(channel));
      ranges[channel].require(scratch, site.id());
      double mean = spec.mean().get(channel);
      double std = spec.std().get(channel);
      int at = offset + channel * scratch.length;
      for (int i = 0; i < scratch.length; i++) {
        out[at + i] = (float) ((scratch[i] - mean) / std);
      }
    }
  }
}
