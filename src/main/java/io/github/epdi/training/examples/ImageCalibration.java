package io.github.epdi.training.examples;

import io.github.epdi.image.Encoding;
import io.github.epdi.image.Frame;
import io.github.epdi.image.ImageSpec;
import java.util.DoubleSummaryStatistics;
import java.util.List;

/**
 * Completes an image specification from the training part alone. It sets the colour range, rounded
 * outward to 0.1 eV, and the normalisation of the channels.
 */
public final class ImageCalibration {
  private static final double TENTH_EV = 10;

  /** Keeps a channel that is the same everywhere from being divided by zero. */
  private static final double SMALLEST_STD = 1e-3;

  private static final List<Double> ZEROS = List.of(0.0, 0.0, 0.0);
  private static final List<Double> ONES = List.of(1.0, 1.0, 1.0);

  private final ImageOptions options;
  private final List<? extends ImageSite> training;

  public ImageCalibration(ImageOptions options, List<? extends ImageSite> training) {
    this.options = options;
    this.training = training;
  }

  /** Returns a specification whose channels are normalised by the training part. */
  public ImageSpec spec() {
    ImageSpec bare = bare();
    double[][] moments = channelMoments(bare);
    return spec(bare.vminEv(), bare.vmaxEv(), box(moments[0]), box(moments[1]));
  }

  /** Returns a specification whose RGB channels are normalised as ImageNet weights expect. */
  public ImageSpec imageNetSpec() {
    ImageSpec bare = bare();
    return spec(bare.vminEv(), bare.vmaxEv(), ImageSpec.IMAGENET_MEAN, ImageSpec.IMAGENET_STD);
  }

  /** Returns a specification whose channels are not normalised. */
  private ImageSpec bare() {
    DoubleSummaryStatistics range = range();
    double vmin = Math.floor(range.getMin() * TENTH_EV) / TENTH_EV;
    double vmax = Math.ceil(range.getMax() * TENTH_EV) / TENTH_EV + 0.0; // turns -0 into 0
    return spec(
        options.vminEv() == null ? vmin : options.vminEv(),
        options.vmaxEv() == null ? vmax : options.vmaxEv(),
        ZEROS,
        ONES);
  }

  private ImageSpec spec(double vminEv, double vmaxEv, List<Double> mean, List<Double> std) {
    return new ImageSpec(
        options.encoding(),
        options.encoding() == Encoding.COLORMAP ? options.colormap() : null,
        options.heightsAngstrom(),
        options.windowAngstrom(),
        options.pixels(),
        vminEv,
        vmaxEv,
        mean,
        std);
  }

  private DoubleSummaryStatistics range() {
    SiteRenderers renderers = new SiteRenderers(spec(-1, 1, ZEROS, ONES));
    DoubleSummaryStatistics range = new DoubleSummaryStatistics();
    for (ImageSite site : training) {
      for (double height : options.heightsAngstrom()) {
        double[] potential =
            renderers.of(site.grid()).potential(site.representative(), Frame.NATIVE, height);
        for (double value : potential) {
          range.accept(value);
        }
      }
    }
    return range;
  }

  /** Returns means and standard deviations of the three channels over all training images. */
  private double[][] channelMoments(ImageSpec bare) {
    SiteRenderers renderers = new SiteRenderers(bare);
    float[] image = new float[bare.length()];
    int plane = bare.pixels() * bare.pixels();
    double[] sums = new double[3];
    double[] squares = new double[3];
    for (ImageSite site : training) {
      renderers.of(site.grid()).render(site.representative(), Frame.NATIVE, image, 0);
      for (int i = 0; i < image.length; i++) {
        sums[i / plane] += image[i];
        squares[i / plane] += (double) image[i] * image[i];
      }
    }
    double count = (double) plane * training.size();
    double[][] moments = new double[2][3];
    for (int channel = 0; channel < 3; channel++) {
      double mean = sums[channel] / count;
      moments[0][channel] = mean;
      double variance = Math.max(0, squares[channel] / count - mean * mean);
      moments[1][channel] = Math.max(SMALLEST_STD, Math.sqrt(variance));
    }
    return moments;
  }

  /** Rounds to six decimals, which are enough and keep the bundle readable. */
  private static List<Double> box(double[] values) {
    return List.of(round(values[0]), round(values[1]), round(values[2]));
  }

  private static double round(double value) {
    return Math.rint(value * 1e6) / 1e6;
  }
}
