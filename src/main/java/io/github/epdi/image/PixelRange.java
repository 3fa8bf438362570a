package io.github.epdi.image;

import io.github.epdi.structure.RejectCode;
import io.github.epdi.structure.RejectException;
import java.util.Locale;

/**
 * Potentials that pixels of a model's images may have at all, eV relative to the vacuum: ten times
 * the range that the model was trained on, to either side of its middle. That range is the colour
 * range, or three standard deviations of a plane about its mean. A model is not asked about what is
 * outside.
 *
 * @param lowEv least
 * @param highEv greatest
 */
record PixelRange(double lowEv, double highEv) {
  /** Everything. */
  static final PixelRange ANY = new PixelRange(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  private static final double FACTOR = 10;
  private static final double DEVIATIONS = 3;

  /** However narrow the training's range was, less than this is nothing unheard of. */
  private static final double LEAST_EV = 2;

  /** The range of one channel of a spec; the only one of a coloured image is 0. */
  static PixelRange of(ImageSpec spec, int channel) {
    boolean coloured = spec.encoding() == Encoding.COLORMAP;
    double middle = coloured ? (spec.vminEv() + spec.vmaxEv()) / 2 : spec.mean().get(channel);
    double half =
        coloured ? (spec.vmaxEv() - spec.vminEv()) / 2 : DEVIATIONS * spec.std().get(channel);
    double reach = Math.max(LEAST_EV, FACTOR * half);
    return new PixelRange(middle - reach, middle + reach);
  }

  /**
   * Checks the pixels of an image of one place.
   *
   * @throws RejectException IMPLAUSIBLE, naming the place
   */
  void require(double[] valuesEv, String place) {
    double low = 0;
    double high = 0;
    for (double v : valuesEv) {
      low = v >= low ? low : v;
      high = v <= high ? high : v;
    }
    if (!(low >= lowEv && high <= highEv)) {
      throw new RejectException(
          RejectCode.IMPLAUSIBLE,
          String.format(
              Locale.ROOT,
              "Cannot use the image of %s: expected potentials of %.4g to %.4g eV relative to the"
                  + " vacuum (ten times the range that the model was trained on), found %.4g to"
                  + " %.4g eV",
              place,
              lowEv,
              highEv,
              low,
              high));
    }
  }
}
