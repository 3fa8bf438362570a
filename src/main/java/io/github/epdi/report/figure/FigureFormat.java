package io.github.epdi.report.figure;

/** The formats in which figures are written as files. */
public enum FigureFormat {
  /** Scalable graphics, written by this program. */
  SVG,
  /** Pixels, drawn by Chromium from the SVG. */
  PNG
}
