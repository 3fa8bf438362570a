package io.github.epdi.image;

import java.util.List;

/**
 * How an image is made: all of it belongs to the model bundle.
 *
 * @param encoding colour map of one height, or three heights
 * @param colormap for COLORMAP; null for PLANES
 * @param heightsAngstrom heights above the anchor: one for COLORMAP, three for PLANES
 * @param windowAngstrom side of the square window
 * @param pixels pixels along a side
 * @param vminEv lower end of the colour range (COLORMAP)
 * @param vmaxEv upper end of the colour range (COLORMAP)
 * @param mean of each of three channels, RGB in [0, 1] or eV
 * @param std of each of three channels
 */
public record ImageSpec(
    Encoding encoding,
    Colormap colormap,
    List<Double> heightsAngstrom,
    double windowAngstrom,
    int pixels,
    double vminEv,
    double vmaxEv,
    List<Double> mean,
    List<Double> std) {
  /** Side of the window in Angstrom, where nothing else is said. */
  public static final double DEFAULT_WINDOW_ANGSTROM = 8;

  /** Means of RGB in [0, 1] over ImageNet, with which networks are trained on it. */
  public static final List<Double> IMAGENET_MEAN = List.of(0.485, 0.456, 0.406);

  /** Standard deviations of RGB in [0, 1] over ImageNet. */
  public static final List<Double> IMAGENET_STD = List.of(0.229, 0.224, 0.225);

  private static final int MAX_PIXELS = 4096;
  private static final double MAX_WINDOW_ANGSTROM = 100;

  /**
   * Checks the values and copies the lists.
   *
   * @throws IllegalArgumentException if a value cannot be; the message names the field, what it has
   *     to be and what was found
   */
  public ImageSpec {
    require(encoding != null, "encoding", "colormap or planes", encoding);
    heightsAngstrom = List.copyOf(heightsAngstrom);
    mean = List.copyOf(mean);
    std = List.copyOf(std);
    boolean mapped = encoding == Encoding.COLORMAP;
    if (mapped) {
      require(colormap != null, "colormap", "a map's name for encoding colormap", colormap);
      requireAll(List.of(vminEv, vmaxEv), 2, -1e6, "vmin and vmax");
      require(vminEv < vmaxEv, "vmin and vmax", "vmin < vmax", vminEv + " and " + vmaxEv);
    } else {
      require(colormap == null, "colormap", "none for encoding planes", colormap);
    }
    requireAll(heightsAngstrom, mapped ? 1 : 3, 0, "heights in Angstrom");
    requireAll(mean, 3, -1e6, "mean");
    requireAll(std, 3, 0, "std");
    require(
        windowAngstrom > 0 && windowAngstrom <= MAX_WINDOW_ANGSTROM,
        "window in Angstrom",
        "above 0 and at most " + MAX_WINDOW_ANGSTROM,
        windowAngstrom);
    require(pixels >= 1 && pixels <= MAX_PIXELS, "pixels", "1 to " + MAX_PIXELS, pixels);
  }

  /**
   * Returns the usual spec of an image in colours: one height of 1.5 Angstrom, a window of 8
   * Angstrom, a range from -2.0 to 0.5 eV, and channels normalised as torchvision's ImageNet
   * weights expect them.
   */
  public static ImageSpec ofColormap(Colormap colormap, int pixels) {
    return new ImageSpec(
        Encoding.COLORMAP,
        colormap,
        List.of(1.5),
        DEFAULT_WINDOW_ANGSTROM,
        pixels,
        -2.0,
        0.5,
        IMAGENET_MEAN,
        IMAGENET_STD);
  }

  /**
   * Returns the usual spec of an image of three planes: heights of 1.0, 1.5 and 2.0 Angstrom and a
   * window of 8 Angstrom. Mean and std are in eV.
   */
  public static ImageSpec ofPlanes(int pixels, List<Double> mean, List<Double> std) {
    return new ImageSpec(
        Encoding.PLANES,
        null,
        List.of(1.0, 1.5, 2.0),
        DEFAULT_WINDOW_ANGSTROM,
        pixels,
        -2.0,
        0.5,
        mean,
        std);
  }

  /** Returns the number of values of one encoded image: 3 * pixels * pixels. */
  public int length() {
    return 3 * pixels * pixels;
  }

  private static void requireAll(List<Double> values, int count, double above, String field) {
    boolean good = values.size() == count;
    for (double value : values) {
      good &= value > above && value < 1e6;
    }
    String range = above == 0 ? " positive" : "";
    require(good, field, count + range + (count == 1 ? " number" : " numbers"), values);
  }

  private static void require(boolean holds, String field, String expected, Object found) {
    if (!holds) {
      throw new IllegalArgumentException(
          "Cannot use image spec, " + field + ": expected " + expected + ", found " + found);
    }
  }
}
