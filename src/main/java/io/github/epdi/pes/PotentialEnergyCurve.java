package io.github.epdi.pes;

import io.github.epdi.structure.DiffusionPath;
import io.github.epdi.structure.SiteKind;
import java.util.stream.DoubleStream;

/**
 * The energy of lithium along one path T-B-H-B'-T', given by five points and a cubic Hermite curve
 * whose slope is zero at each of them. Immutable.
 *
 * <p>The curve is monotone between neighbouring points, so its highest point is one of the five.
 */
public final class PotentialEnergyCurve {
  /** Number of points of a path. */
  public static final int POINTS = 5;

  private final double[] positionsAngstrom;
  private final double[] energiesEv;
  private final StationaryCurve curve;

  /**
   * Makes a curve through five points. The arrays are copied.
   *
   * @param positionsAngstrom cumulative lateral distances, strictly ascending
   * @param energiesEv energies at T, B, H, B', T', eV
   * @throws IllegalArgumentException if there are not five of each or the positions do not ascend
   */
  public PotentialEnergyCurve(double[] positionsAngstrom, double[] energiesEv) {
    this.positionsAngstrom = positionsAngstrom.clone();
    this.energiesEv = energiesEv.clone();
    if (positionsAngstrom.length != POINTS || energiesEv.length != POINTS) {
      throw new IllegalArgumentException(
          "Cannot make a curve: expected 5 positions and 5 energies, found "
              + positionsAngstrom.length
              + " and "
              + energiesEv.length);
    }
    this.curve = new StationaryCurve(positionsAngstrom, energiesEv);
  }

  /** Makes the curve of a path from the energies of its five sites. */
  public static PotentialEnergyCurve along(DiffusionPath path, SurfaceEnergies energies) {
    return new PotentialEnergyCurve(
        path.positionsAngstrom().stream().mapToDouble(Double::doubleValue).toArray(),
        new double[] {
          energies.energyEv(SiteKind.T, path.startTop()),
          energies.energyEv(SiteKind.B, path.startHop()),
          energies.energyEv(SiteKind.H, path.hollow()),
          energies.energyEv(SiteKind.B, path.endHop()),
          energies.energyEv(SiteKind.T, path.endTop())
        });
  }

  /** Returns a copy of the five positions, Angstrom. */
  public double[] positionsAngstrom() {
    return positionsAngstrom.clone();
  }

  /** Returns a copy of the energies at the five positions, eV. */
  public double[] energiesEv() {
    return energiesEv.clone();
  }

  /** Distance from the first to the last point, Angstrom. */
  public double lengthAngstrom() {
    return positionsAngstrom[POINTS - 1] - positionsAngstrom[0];
  }

  /**
   * Returns the energy at a position along the path, eV.
   *
   * @param positionAngstrom between the first and the last position
   * @throws IllegalArgumentException if the position is outside of the path
   */
  public double energyEv(double positionAngstrom) {
    return curve.energyEv(positionAngstrom);
  }

  /**
   * Returns evenly spaced samples of the curve, including both ends.
   *
   * @param count number of samples, at least 2
   * @return rows {position in Angstrom, energy in eV}, shape (count, 2)
   */
  public double[][] samples(int count) {
    double[][] samples = new double[count][];
    for (int i = 0; i < count; i++) {
      double position =
          i == count - 1
              ? positionsAngstrom[POINTS - 1]
              : positionsAngstrom[0] + lengthAngstrom() * i / (count - 1);
      samples[i] = new double[] {position, energyEv(position)};
    }
    return samples;
  }

  /** Highest energy of the path, eV. */
  public double highestEv() {
    return DoubleStream.of(energiesEv).max().orElseThrow();
  }

  /** Highest energy of the path minus that of its start, eV. */
  public double forwardBarrierEv() {
    return highestEv() - energiesEv[0];
  }

  /** Highest energy of the path minus that of its end, eV. */
  public double reverseBarrierEv() {
    return highestEv() - energiesEv[POINTS - 1];
  }

  /** Energy of the end minus that of the start, eV. */
  public double reactionEnergyEv() {
    return energiesEv[POINTS - 1] - energiesEv[0];
  }
}
