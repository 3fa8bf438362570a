package io.github.epdi.pes;

import java.util.Arrays;

/**
 * An energy along a line, given by points at which it is stationary and a cubic Hermite curve whose
 * slope is zero at each of them. The curve is monotone between neighbours, so its highest point is
 * one of them. Immutable.
 */
public final class StationaryCurve {
  private final double[] positionsAngstrom;
  private final double[] energiesEv;

  /**
   * Makes a curve through points. The arrays are copied.
   *
   * @param positionsAngstrom at least two positions, strictly ascending
   * @param energiesEv one energy for each position, eV
   * @throws IllegalArgumentException if numbers of points differ or positions do not ascend
   */
  public StationaryCurve(double[] positionsAngstrom, double[] energiesEv) {
    this.positionsAngstrom = positionsAngstrom.clone();
    this.energiesEv = energiesEv.clone();
    if (positionsAngstrom.length < 2 || energiesEv.length != positionsAngstrom.length) {
      throw new IllegalArgumentException(
          "Cannot make a curve: expected as many energies as positions, two or more, found "
              + energiesEv.length
              + " and "
              + positionsAngstrom.length);
    }
    for (int i = 1; i < positionsAngstrom.length; i++) {
      if (!(positionsAngstrom[i] > positionsAngstrom[i - 1])) {
        throw new IllegalArgumentException(
            "Cannot make a curve: expected ascending positions, found "
                + Arrays.toString(positionsAngstrom));
      }
    }
  }

  /**
   * Returns the energy at a position along the line, eV.
   *
   * @param positionAngstrom between the first and the last position
   * @throws IllegalArgumentException if the position is outside of the line
   */
  public double energyEv(double positionAngstrom) {
    int last = positionsAngstrom.length - 1;
    if (!(positionAngstrom >= positionsAngstrom[0]
        && positionAngstrom <= positionsAngstrom[last])) {
      throw new IllegalArgumentException(
          "Cannot find an energy along the path: expected a position from "
              + positionsAngstrom[0]
              + " to "
              + positionsAngstrom[last]
              + " Angstrom, found "
              + positionAngstrom);
    }
    int i = 0;
    while (i < last - 1 && positionAngstrom >= positionsAngstrom[i + 1]) {
      i++;
    }
    double t =
        (positionAngstrom - positionsAngstrom[i])
            / (positionsAngstrom[i + 1] - positionsAngstrom[i]);
    return energiesEv[i] + (energiesEv[i + 1] - energiesEv[i]) * t * t * (3 - 2 * t);
  }

  /** Returns the position of the highest point, Angstrom. Among equal points it is the first. */
  public double highestPositionAngstrom() {
    int highest = 0;
    for (int i = 1; i < energiesEv.length; i++) {
      if (energiesEv[i] > energiesEv[highest]) {
        highest = i;
      }
    }
    return positionsAngstrom[highest];
  }

  /** Highest energy, eV. */
  public double highestEv() {
    return Arrays.stream(energiesEv).max().orElseThrow();
  }
}
