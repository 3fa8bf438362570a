package io.github.epdi.report.figure;

/** How figures are written as files. */
public enum FigureFormat {
  /** Scalable, written by this program. */
  SVG,
  /** Pixels, drawn by Chromium from the SVG. */
  PNG
}
