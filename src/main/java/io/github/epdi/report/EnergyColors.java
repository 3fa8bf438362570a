package io.github.epdi.report;

import io.github.epdi.image.Colormap;
import java.util.Locale;

/**
 * Colours of energies in maps: viridis, dark for low, without its palest end.
 *
 * @param range what the colours span
 */
record EnergyColors(EnergyRange range) {
  private static final int FIRST = 20;
  private static final int LAST = 225;

  /** The colour of an energy as #rrggbb; beyond the range that of its end. */
  String of(double energyEv) {
    double t = (energyEv - range.lowestEv()) / (range.highestEv() - range.lowestEv());
    return at(Math.max(0, Math.min(1, t)));
  }

  /** The colour at a fraction of the range. */
  static String at(double fraction) {
    int entry = (int) Math.round(FIRST + fraction * (LAST - FIRST));
    return String.format(Locale.ROOT, "#%06x", Colormap.VIRIDIS.rgb(entry));
  }
}
