package io.github.epdi.image;

import java.util.ArrayList;
import java.util.List;

/**
 * The frame that an image is sampled in: turned about the normal, then perhaps mirrored (y to -y in
 * the turned frame). The binding energy does not depend on it.
 *
 * @param angleRadians turn of the image's x axis from the projection of a, towards y
 * @param handedness NATIVE or MIRRORED
 */
public record Frame(double angleRadians, Handedness handedness) {
  /** Whether y is kept or reversed. */
  public enum Handedness {
    /** y = n x x. */
    NATIVE,
    /** y = -(n x x). */
    MIRRORED
  }

  /** The frame that is neither turned nor mirrored. */
  public static final Frame NATIVE = new Frame(0, Handedness.NATIVE);

  /**
   * Returns the frames that a prediction is averaged over. One copy is the native frame alone.
   * Otherwise half of the frames are equal turns over the full circle, and the other half are the
   * mirror images of these.
   *
   * @param copies 1 or an even number
   */
  public static List<Frame> averaged(int copies) {
    if (copies == 1) {
      return List.of(NATIVE);
    }
    if (copies < 1 || copies % 2 != 0) {
      throw new IllegalArgumentException(
          "Cannot average over " + copies + " copies: expected 1 or an even number");
    }
    List<Frame> frames = new ArrayList<>();
    int turns = copies / 2;
    for (int i = 0; i < turns; i++) {
      double angle = 2 * Math.PI * i / turns;
      frames.add(new Frame(angle, Handedness.NATIVE));
      frames.add(new Frame(angle, Handedness.MIRRORED));
    }
    return frames;
  }
}
