package io.github.epdi.report.figure;

import io.github.epdi.image.Colormap;
import java.util.Locale;

/**
 * Chooses the colours of energies in maps. They are those of viridis, dark for low energies,
 * without its palest end.
 *
 * @param range energies that the colours span
 */
public record EnergyColors(EnergyRange range) {
  private static final int FIRST = 20;
  private static final int LAST = 225;

  /**
   * Returns the colour of an energy as #rrggbb. Energies beyond the range have the colour of its
   * end.
   */
  String of(double energyEv) {
    double t = (energyEv - range.lowestEv()) / (range.highestEv() - range.lowestEv());
    return at(Math.max(0, Math.min(1, t)));
  }

  /** Returns the colour at a fraction of the range. */
  public static String at(double fraction) {
    int entry = (int) Math.round(FIRST + fraction * (LAST - FIRST));
    return String.format(Locale.ROOT, "#%06x", Colormap.VIRIDIS.rgb(entry));
  }

  /**
   * Returns black or white, whichever reads better on the colour at a fraction, by the contrast of
   * WCAG.
   */
  public static String inkAt(double fraction) {
    int rgb = Integer.parseInt(at(fraction).substring(1), 16);
    double luminance =
        0.2126 * linear(rgb >> 16 & 0xff)
            + 0.7152 * linear(rgb >> 8 & 0xff)
            + 0.0722 * linear(rgb & 0xff);
    return 1.05 / (luminance + 0.05) >= (luminance + 0.05) / 0.05 ? "#ffffff" : "#000000";
  }

  private static double linear(int level) {
    double c = level / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }
}
