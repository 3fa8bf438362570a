package io.github.epdi.pes;

import io.github.epdi.structure.DiffusionPath;
import io.github.epdi.structure.SiteKind;
import java.util.stream.DoubleStream;

/**
 * The energy of lithium along one path T-B-H-B'-T': five points, and between them a cubic Hermite
 * curve whose slope is zero at each of the five. Immutable.
 *
 * <p>The curve is monotone between neighbouring points, so its highest point is one of the five.
 */
public final class PotentialEnergyCurve {
  /** Number of points that a path has. */
  public static final int POINTS = 5;

  private final double[] positionsAngstrom;
  private final double[] energiesEv;
  private final StationaryCurve curve;

  /**
   * A curve through five points; the arrays are copied.
   *
   * @param positionsAngstrom cumulative lateral distances, strictly ascending
   * @param energiesEv energies at T, B, H, B', T', eV
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

  /** The curve of a path by the energies of its five sites. */
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

  /** A copy of the five positions, Angstrom. */
  public double[] positionsAngstrom() {
    return positionsAngstrom.clone();
  }

  /** A copy of the energies at the five positions, eV. */
  public double[] energiesEv() {
    return energiesEv.clone();
  }

  /** Distance from the first to the last point, Angstrom. */
  public double lengthAngstrom() {
    return positionsAngstrom[POINTS - 1] - positionsAngstrom[0];
  }

  /**
   * Energy at a position along the path, eV.
   *
   * @param positionAngstrom between the first and the last position
   * @throws IllegalArgumentException outside of the path
   */
  public double energyEv(double positionAngstrom) {
    return curve.energyEv(positionAngstrom);
  }

  /**
   * Evenly spaced samples of the curve, both ends among them.
   *
   * @param count at least 2
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

  /** Highest of the path minus its start, eV. */
  public double forwardBarrierEv() {
    return highestEv() - energiesEv[0];
  }

  /** Highest of the path minus its end, eV. */
  public double reverseBarrierEv() {
    return highestEv() - energiesEv[POINTS - 1];
  }

  /** End minus start, eV. */
  public double reactionEnergyEv() {
    return energiesEv[POINTS - 1] - energiesEv[0];
  }
}
