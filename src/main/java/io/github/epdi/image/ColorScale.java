package io.github.epdi.image;

/**
 * From a potential to a colour: t = (V - vmin) / (vmax - vmin) clamped to [0, 1], entry min(255,
 * floor(256 t)) of a map, each channel normalised as (8-bit value / 255 - mean) / std.
 */
final class ColorScale {
  private final double vminEv;
  private final double vmaxEv;
  private final float[] normalised;

  private ColorScale(double vminEv, double vmaxEv, float[] normalised) {
    this.vminEv = vminEv;
    this.vmaxEv = vmaxEv;
    this.normalised = normalised;
  }

  /** The scale of a COLORMAP spec. */
  static ColorScale of(ImageSpec spec) {
    float[] normalised = new float[3 * Colormap.SIZE];
    for (int channel = 0; channel < 3; channel++) {
      double mean = spec.mean().get(channel);
      double std = spec.std().get(channel);
      for (int i = 0; i < Colormap.SIZE; i++) {
        int level = spec.colormap().rgb(i) >> (16 - 8 * channel) & 0xff;
        normalised[channel * Colormap.SIZE + i] = (float) ((level / 255.0 - mean) / std);
      }
    }
    return new ColorScale(spec.vminEv(), spec.vmaxEv(), normalised);
  }

  /** Entry of a 256-colour map for a potential. */
  static int index(double potentialEv, double vminEv, double vmaxEv) {
    int entry = (int) (Colormap.SIZE * ((potentialEv - vminEv) / (vmaxEv - vminEv)));
    return Math.max(0, Math.min(Colormap.SIZE - 1, entry));
  }

  /**
   * Encodes pixels as three channels from {@code offset} on.
   *
   * @return how many pixels lay outside of [vmin, vmax]
   */
  int encode(double[] potentialEv, float[] out, int offset) {
    int size = potentialEv.length;
    int clipped = 0;
    for (int i = 0; i < size; i++) {
      double value = potentialEv[i];
      if (value < vminEv || value > vmaxEv) {
        clipped++;
      }
      int entry = index(value, vminEv, vmaxEv);
      out[offset + i] = normalised[entry];
      out[offset + size + i] = normalised[Colormap.SIZE + entry];
      out[offset + 2 * size + i] = normalised[2 * Colormap.SIZE + entry];
    }
    return clipped;
  }
}
