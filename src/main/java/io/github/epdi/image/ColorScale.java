package io.github.epdi.image;

/**
 * Turns potentials into normalised colours. A potential V becomes t = (V - vmin) / (vmax - vmin),
 * clamped to [0, 1]. The colour is entry min(255, floor(256 t)) of the map, and each of its
 * channels is normalised as (8-bit value / 255 - mean) / std.
 */
final class ColorScale {
  private final double vminEv;
  private final double vmaxEv;
  private final float[] red;
  private final float[] green;
  private final float[] blue;

  private ColorScale(ImageSpec spec) {
    vminEv = spec.vminEv();
    vmaxEv = spec.vmaxEv();
    red = channel(spec, 0);
    green = channel(spec, 1);
    blue = channel(spec, 2);
  }

  /** Makes the scale of a spec whose encoding is COLORMAP. */
  static ColorScale of(ImageSpec spec) {
    return new ColorScale(spec);
  }

  private static float[] channel(ImageSpec spec, int channel) {
    double mean = spec.mean().get(channel);
    double std = spec.std().get(channel);
    float[] normalised = new float[Colormap.SIZE];
    for (int i = 0; i < normalised.length; i++) {
      int level = spec.colormap().rgb(i) >> (16 - 8 * channel) & 0xff;
      normalised[i] = (float) ((level / 255.0 - mean) / std);
    }
    return normalised;
  }

  /** Returns the entry of a 256-colour map that shows a potential. */
  static int index(double potentialEv, double vminEv, double vmaxEv) {
    int entry = entry(potentialEv, vminEv, vmaxEv - vminEv);
    return Math.max(0, Math.min(Colormap.SIZE - 1, entry));
  }

  /**
   * Returns what {@link #index} does, but without clamping: an index outside of the map tells that
   * the potential is.
   */
  private static int entry(double potentialEv, double vminEv, double rangeEv) {
    return (int) (Colormap.SIZE * ((potentialEv - vminEv) / rangeEv));
  }

  /**
   * Encodes pixels as three channels from {@code offset} on.
   *
   * @return how many pixels lay outside of [vmin, vmax]
   */
  int encode(double[] potentialEv, float[] out, int offset) {
    int size = potentialEv.length;
    int second = offset + size;
    int third = second + size;
    double low = vminEv;
    double high = vmaxEv;
    double range = high - low;
    int clipped = 0;
    for (int i = 0; i < size; i++) {
      double value = potentialEv[i];
      int entry = entry(value, low, range);
      // Only the first and the last colour are those of values outside.
      if (entry <= 0 || entry >= Colormap.SIZE - 1) {
        clipped += value < low || value > high ? 1 : 0;
        entry = Math.max(0, Math.min(Colormap.SIZE - 1, entry));
      }
      out[offset + i] = red[entry];
      out[second + i] = green[entry];
      out[third + i] = blue[entry];
    }
    return clipped;
  }
}
