package io.github.epdi.levels;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The levels of one calculation: k-points with their weights and, at each, the energies of all
 * bands of each spin channel in ascending order. Energies are in eV in the zero of the same run's
 * potential. Points of weight 0 (band structures beside a hybrid run) hold no electrons. Immutable.
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
   * Levels as a file lists them.
   *
   * @param source the file, for messages
   * @param electrons how many the calculation has
   * @param weights of the k-points, none negative and not all 0; any sum
   * @param energiesEv for each spin channel the energies of the first k-point, then of the second,
   *     and so on; as many bands at each k-point of a channel, finite
   * @param fermiEnergyEv as the file says it; null if it does not
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

  /** The file that the levels are from, for messages. */
  public String source() {
    return source;
  }

  public LevelsFormat format() {
    return format;
  }

  /** Electrons of the calculation; charged cells may have a fraction. */
  public double electrons() {
    return electrons;
  }

  public SpinTreatment spin() {
    return spin;
  }

  /** Number of k-points, those of weight 0 included. */
  public int kpoints() {
    return weights.length;
  }

  /** Bands of a spin channel, 0 or 1; spin up and spin down may have different numbers. */
  public int bands(int channel) {
    return energiesEv[channel].length / weights.length;
  }

  /** Weight of a k-point; all of them sum to 1. */
  public double weight(int kpoint) {
    return weights[kpoint];
  }

  /** Energy of a level, eV; bands count from 0, the lowest. */
  public double energyEv(int channel, int kpoint, int band) {
    return energiesEv[channel][kpoint * bands(channel) + band];
  }

  /** The Fermi energy as the file says it, eV; null if it does not say one. */
  public Double fermiEnergyEv() {
    return fermiEnergyEv;
  }

  public CalculatedAtoms atoms() {
    return atoms;
  }

  /**
   * SHA-256 of the numbers that were understood (electrons, spin, Fermi energy, weights, energies)
   * in hexadecimal: the same for the same levels, however the file is compressed and whatever else
   * stands in it.
   */
  public String digest() {
    return digest;
  }

  /** The energies of a channel, for counting; not to be changed. */
  double[] channel(int channel) {
    return energiesEv[channel];
  }
}
