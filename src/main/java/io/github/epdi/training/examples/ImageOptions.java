package io.github.epdi.training.examples;

import io.github.epdi.image.Colormap;
import io.github.epdi.image.Encoding;
import java.util.List;

/**
 * The choices about a model's images that are made before the training data is seen.
 *
 * @param encoding COLORMAP or PLANES
 * @param colormap the colour map, for COLORMAP
 * @param heightsAngstrom one height for COLORMAP, three for PLANES
 * @param windowAngstrom side of the square window
 * @param pixels number of pixels along a side
 * @param vminEv lower end of the colour range; null to take it from the training data
 * @param vmaxEv upper end of the colour range; null to take it from the training data
 */
public record ImageOptions(
    Encoding encoding,
    Colormap colormap,
    List<Double> heightsAngstrom,
    double windowAngstrom,
    int pixels,
    Double vminEv,
    Double vmaxEv) {
  /** Copies the list. */
  public ImageOptions {
    heightsAngstrom = List.copyOf(heightsAngstrom);
  }
}
