package io.github.epdi.levels;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The levels of one calculation: its k-points with their weights, and at each the energies of all
 * bands of each spin channel in ascending order. Energies are in eV in the zero of the same run's
 * potential. K-points of weight 0, such as those of a band structure in a hybrid run, hold no
 * electrons. Immutable.
 */
public final class ElectronicLevels {
  private final String source;
  private final LevelsFormat format;
  private final double electrons;
  private final SpinTreatment spin;
  private final double[] weights;
  private final double[][] energiesEv;
  private final Double fermiEnergyEv;
  private final CalculatedAtoms atoms;
  private final String digest;

  /**
   * Takes the levels as a file lists them.
   *
   * @param source the file, for messages
   * @param format the format of the file
   * @param electrons number of electrons of the calculation
   * @param spin how the calculation treats spin
   * @param weights weights of the k-points, none negative and not all 0, with any sum
   * @param energiesEv for each spin channel the energies of the first k-point, then of the second,
   *     and so on, in eV; all finite, and the same number of bands at each k-point of a channel
   * @param fermiEnergyEv Fermi energy that the file states, eV; null if it states none
   * @param atoms what the file tells of the atoms
   */
  ElectronicLevels(
      String source,
      LevelsFormat format,
      double electrons,
      SpinTreatment spin,
      double[] weights,
      double[][] energiesEv,
      Double fermiEnergyEv,
      CalculatedAtoms atoms) {
    this.source = source;
    this.format = format;
    this.electrons = electrons;
    this.spin = spin;
    this.fermiEnergyEv = fermiEnergyEv;
    this.atoms = atoms;
    double sum = Arrays.stream(weights).sum();
    this.weights = Arrays.stream(weights).map(w -> w / sum).toArray();
    this.energiesEv =
        Arrays.stream(energiesEv)
            .map(channel -> ascending(channel, weights.length))
            .toArray(double[][]::new);
    this.digest = digested();
  }

  private static double[] ascending(double[] energies, int points) {
    int bands = energies.length / points;
    double[] sorted = energies.clone();
    for (int k = 0; k < points; k++) {
      Arrays.sort(sorted, k * bands, (k + 1) * bands);
    }
    return sorted;
  }

  private String digested() {
    int count = 2 + weights.length + Arrays.stream(energiesEv).mapToInt(e -> e.length).sum();
    ByteBuffer bytes = ByteBuffer.allocate(Math.addExact(Double.BYTES * count, Integer.BYTES));
    bytes.putInt(spin.ordinal()).putDouble(electrons);
    bytes.putDouble(fermiEnergyEv == null ? Double.NaN : fermiEnergyEv);
    bytes.asDoubleBuffer().put(weights);
    bytes.position(bytes.position() + Double.BYTES * weights.length);
    for (double[] channel : energiesEv) {
      bytes.asDoubleBuffer().put(channel);
      bytes.position(bytes.position() + Double.BYTES * channel.length);
    }
    return DigestUtils.sha256Hex(bytes.array());
  }

  /** Name of the file that the levels are from, for messages. */
  public String source() {
    return source;
  }

  public LevelsFormat format() {
    return format;
  }

  /** Number of electrons of the calculation. A charged cell may have a fraction. */
  public double electrons() {
    return electrons;
  }

  public SpinTreatment spin() {
    return spin;
  }

  /** Number of k-points, including those of weight 0. */
  public int kpoints() {
    return weights.length;
  }

  /**
   * Returns the number of bands of a spin channel, 0 or 1. Spin up and spin down may have different
   * numbers.
   */
  public int bands(int channel) {
    return energiesEv[channel].length / weights.length;
  }

  /** Returns the weight of a k-point. All weights sum to 1. */
  public double weight(int kpoint) {
    return weights[kpoint];
  }

  /** Returns the energy of a level, eV. Bands count from 0, which is the lowest. */
  public double energyEv(int channel, int kpoint, int band) {
    return energiesEv[channel][kpoint * bands(channel) + band];
  }

  /** The Fermi energy that the file states, eV, or null if it states none. */
  public Double fermiEnergyEv() {
    return fermiEnergyEv;
  }

  public CalculatedAtoms atoms() {
    return atoms;
  }

  /**
   * SHA-256 in hexadecimal of the numbers that were read (electrons, spin, Fermi energy, weights,
   * energies). It is the same for the same levels, however the file is compressed and whatever else
   * it contains.
   */
  public String digest() {
    return digest;
  }

  /** Returns the energies of a channel without copying them. They must not be changed. */
  double[] channel(int channel) {
    return energiesEv[channel];
  }
}
