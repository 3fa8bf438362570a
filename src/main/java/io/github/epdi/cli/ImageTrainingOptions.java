package io.github.epdi.cli;

import io.github.epdi.image.Colormap;
import io.github.epdi.image.Encoding;
import io.github.epdi.structure.InputException;
import io.github.epdi.training.examples.ImageOptions;
import java.util.List;
import picocli.CommandLine.Option;

/** Options about the images of a new model. */
final class ImageTrainingOptions {
  private static final List<Double> ONE_HEIGHT = List.of(1.5);
  private static final List<Double> THREE_HEIGHTS = List.of(1.0, 1.5, 2.0);

  @Option(
      names = "--encoding",
      defaultValue = "COLORMAP",
      description = "colormap (one height) or planes (three heights).")
  private Encoding encoding;

  @Option(names = "--colormap", defaultValue = "VIRIDIS", description = "viridis, jet, grey.")
  private Colormap colormap;

  @Option(
      names = "--heights",
      split = ",",
      description = "Heights above the chalcogens, Angstrom (1.5, or for planes 1.0,1.5,2.0).")
  private List<Double> heightsAngstrom;

  @Option(names = "--window", defaultValue = "8.0", description = "Width of images, Angstrom.")
  private double windowAngstrom;

  @Option(names = "--pixels", defaultValue = "96", description = "Pixels along a side.")
  private int pixels;

  @Option(names = "--vmin", description = "Lower end of the colours, eV (by the training data).")
  private Double vminEv;

  @Option(names = "--vmax", description = "Upper end of the colours, eV (by the training data).")
  private Double vmaxEv;

  /** Returns the options after checking them. */
  ImageOptions options() {
    List<Double> usual = encoding == Encoding.PLANES ? THREE_HEIGHTS : ONE_HEIGHT;
    List<Double> heights = heightsAngstrom == null ? usual : heightsAngstrom;
    if (heights.size() != usual.size()) {
      throw new InputException(
          "Cannot make images: expected "
              + usual.size()
              + " heights for encoding "
              + encoding.label()
              + ", found "
              + heights);
    }
    if (pixels < 32 || !(windowAngstrom > 0)) {
      throw new InputException(
          "Cannot make images: expected at least 32 pixels and a window above 0, found "
              + pixels
              + " and "
              + windowAngstrom);
    }
    if (vminEv != null && vmaxEv != null && !(vminEv < vmaxEv)) {
      throw new InputException(
          "Cannot make images: expected vmin below vmax, found " + vminEv + " and " + vmaxEv);
    }
    return new ImageOptions(encoding, colormap, heights, windowAngstrom, pixels, vminEv, vmaxEv);
  }
}
