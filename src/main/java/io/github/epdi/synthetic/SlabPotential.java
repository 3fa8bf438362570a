package io.github.epdi.synthetic;

import io.github.epdi.structure.Lattice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.special.Erf;

/**
 * The electrostatic potential of a slab of Gaussian charges, periodic in the plane and isolated
 * along the normal: a Fourier series in the plane whose coefficients are known functions of z.
 *
 * <p>For a charge Q of width s at the origin and a vector G of the reciprocal plane lattice (area A
 * of the cell): {@code phi_G(z) = pi Q / (A G) [e^(Gz) erfc(G s / sqrt 2 + z / (s sqrt 2)) +
 * e^(-Gz) erfc(G s / sqrt 2 - z / (s sqrt 2))]} and {@code phi_0(z) = -2 pi Q / A [z erf(z / (s
 * sqrt 2)) + s sqrt(2 / pi) e^(-z^2 / (2 s^2))]} (the two-dimensional Ewald sum's smooth part:
 * Parry, Surf. Sci. 49, 433, 1975).
 */
final class SlabPotential {
  /** e^2 / (4 pi epsilon_0), eV Angstrom. */
  private static final double COULOMB_EV_ANGSTROM = 14.399645478;

  /** Shorter waves have decayed at the heights where images are made. */
  private static final double SHORTEST_WAVE_PER_ANGSTROM = 9;

  /** Beyond this erfc is 0, or 2, to double precision's purpose here. */
  private static final double ERFC_REACH = 6;

  private final SyntheticSlab slab;
  private final double area;

  /** One wave of the plane lattice; its opposite is implied. */
  private record Wave(int h, int k, double gx, double gy, double length) {}

  private final List<Wave> waves = new ArrayList<>();
  private final int reach;

  SlabPotential(SyntheticSlab slab) {
    this.slab = slab;
    Lattice lattice = slab.lattice();
    area = lattice.volume() / lattice.heightAngstrom();
    double[] a = lattice.vector(0);
    double[] b = lattice.vector(1);
    double scale = 2 * Math.PI / (a[0] * b[1] - a[1] * b[0]);
    double longest = Math.max(Math.hypot(a[0], a[1]), Math.hypot(b[0], b[1]));
    reach = (int) Math.ceil(SHORTEST_WAVE_PER_ANGSTROM * longest / (2 * Math.PI));
    for (int h = 0; h <= reach; h++) {
      for (int k = h == 0 ? 1 : -reach; k <= reach; k++) {
        double gx = scale * (h * b[1] - k * a[1]);
        double gy = scale * (k * a[0] - h * b[0]);
        double length = Math.hypot(gx, gy);
        if (length <= SHORTEST_WAVE_PER_ANGSTROM) {
          waves.add(new Wave(h, k, gx, gy, length));
        }
      }
    }
  }

  /**
   * The electron's potential energy on a grid, eV, its mean zero: values (nx, ny, nz), a fastest.
   */
  double[] values(int nx, int ny, int nz) {
    double height = slab.lattice().heightAngstrom();
    double[] values = new double[nx * ny * nz];
    double[][] alongA = rotations(nx);
    double[][] alongB = rotations(ny);
    for (int plane = 0; plane < nz; plane++) {
      double z = height * plane / nz;
      double[] real = new double[(2 * reach + 1) * (reach + 1)];
      double[] imaginary = new double[real.length];
      double level = coefficients(z, real, imaginary);
      addPlane(values, plane * nx * ny, level, real, imaginary, alongA, alongB);
    }
    double mean = 0;
    for (double value : values) {
      mean += value;
    }
    mean /= values.length;
    for (int i = 0; i < values.length; i++) {
      values[i] -= mean;
    }
    return values;
  }

  /** Sets one coefficient for each wave, at [h][k + reach], and returns that of no wave. */
  private double coefficients(double z, double[] real, double[] imaginary) {
    double level = 0;
    for (ChargedAtom atom : slab.atoms()) {
      Map<Long, Double> decays = new HashMap<>();
      for (SmearedCharge charge : atom.charges()) {
        level += level(charge, z - atom.z());
      }
      for (Wave wave : waves) {
        double amplitude =
            decays.computeIfAbsent(
                Math.round(wave.length() * 1e9), length -> amplitude(atom, wave.length(), z));
        double phase = wave.gx() * atom.x() + wave.gy() * atom.y();
        int at = wave.h() * (2 * reach + 1) + wave.k() + reach;
        real[at] += amplitude * Math.cos(phase);
        imaginary[at] -= amplitude * Math.sin(phase);
      }
    }
    return level;
  }

  private double level(SmearedCharge charge, double z) {
    double s = charge.widthAngstrom();
    double smooth =
        z * Erf.erf(z / (s * Math.sqrt(2)))
            + s * Math.sqrt(2 / Math.PI) * Math.exp(-z * z / (2 * s * s));
    return COULOMB_EV_ANGSTROM * 2 * Math.PI * charge.charge() / area * smooth;
  }

  private double amplitude(ChargedAtom atom, double g, double z) {
    double sum = 0;
    for (SmearedCharge charge : atom.charges()) {
      double distance = z - atom.z();
      double shift = g * charge.widthAngstrom() / Math.sqrt(2);
      double place = distance / (charge.widthAngstrom() * Math.sqrt(2));
      sum +=
          charge.charge()
              * (decay(g * distance, shift + place) + decay(-g * distance, shift - place));
    }
    return -COULOMB_EV_ANGSTROM * Math.PI / (area * g) * sum;
  }

  /** {@code e^power erfc(argument)}. */
  private static double decay(double power, double argument) {
    if (argument > ERFC_REACH) {
      return 0;
    }
    return Math.exp(power) * (argument < -ERFC_REACH ? 2 : Erf.erfc(argument));
  }

  /** Cosines and sines of 2 pi m i / n, interleaved, for m from -reach to reach. */
  private double[][] rotations(int n) {
    double[][] rotations = new double[2 * reach + 1][2 * n];
    for (int m = -reach; m <= reach; m++) {
      for (int i = 0; i < n; i++) {
        double angle = 2 * Math.PI * m * i / n;
        rotations[m + reach][2 * i] = Math.cos(angle);
        rotations[m + reach][2 * i + 1] = Math.sin(angle);
      }
    }
    return rotations;
  }

  /** Sums the series: first over k along b, then over h along a. */
  private void addPlane(
      double[] values,
      int offset,
      double level,
      double[] real,
      double[] imaginary,
      double[][] alongA,
      double[][] alongB) {
    int nx = alongA[0].length / 2;
    int ny = alongB[0].length / 2;
    int width = 2 * reach + 1;
    for (int j = 0; j < ny; j++) {
      int row = offset + j * nx;
      for (int i = 0; i < nx; i++) {
        values[row + i] = level;
      }
      for (int h = 0; h <= reach; h++) {
        double re = 0;
        double im = 0;
        for (int k = 0; k < width; k++) {
          double c = real[h * width + k];
          double d = imaginary[h * width + k];
          re += c * alongB[k][2 * j] - d * alongB[k][2 * j + 1];
          im += c * alongB[k][2 * j + 1] + d * alongB[k][2 * j];
        }
        double[] turn = alongA[h + reach];
        for (int i = 0; i < nx; i++) {
          // Twice the real part: the opposite wave gives the complex conjugate.
          values[row + i] += 2 * (re * turn[2 * i] - im * turn[2 * i + 1]);
        }
      }
    }
  }
}
