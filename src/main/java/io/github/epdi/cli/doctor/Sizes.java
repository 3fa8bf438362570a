package io.github.epdi.cli.doctor;

import java.util.Locale;

/** Writes sizes for people. */
final class Sizes {
  private static final double GIBIBYTE = 1L << 30;

  private Sizes() {}

  static String text(long bytes) {
    return String.format(Locale.ROOT, "%.1f GiB", bytes / GIBIBYTE);
  }
}
