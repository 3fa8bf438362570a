package io.github.epdi.structure;

/**
 * Cells that Quantum ESPRESSO names by a kind of Bravais lattice ({@code ibrav}) and six numbers
 * ({@code celldm}), with the vectors that its own description of input gives to each kind. Kind -13
 * is left out, because its vectors were changed between versions.
 */
public final class BravaisLattice {
  private BravaisLattice() {}

  /**
   * Vectors in units of a.
   *
   * @param kind {@code ibrav}
   * @param celldm six numbers: a, which is not looked at, b/a, c/a and three cosines
   * @return null for a kind that is none of 1 to 14, -3, -5, -9, 91 and -12
   */
  public static double[][] vectors(int kind, double[] celldm) {
    double b = celldm[1];
    double c = celldm[2];
    return switch (kind) {
      case 1 -> rows(1, 0, 0, 0, 1, 0, 0, 0, 1);
      case 2 -> rows(-.5, 0, .5, 0, .5, .5, -.5, .5, 0);
      case 3 -> rows(.5, .5, .5, -.5, .5, .5, -.5, -.5, .5);
      case -3 -> rows(-.5, .5, .5, .5, -.5, .5, .5, .5, -.5);
      case 4 -> rows(1, 0, 0, -.5, Math.sqrt(3) / 2, 0, 0, 0, c);
      case 5 -> trigonal(celldm[3]);
      case -5 -> trigonalAlongDiagonal(celldm[3]);
      case 6 -> rows(1, 0, 0, 0, 1, 0, 0, 0, c);
      case 7 -> rows(.5, -.5, c / 2, .5, .5, c / 2, -.5, -.5, c / 2);
      case 8 -> rows(1, 0, 0, 0, b, 0, 0, 0, c);
      case 9 -> rows(.5, b / 2, 0, -.5, b / 2, 0, 0, 0, c);
      case -9 -> rows(.5, -b / 2, 0, .5, b / 2, 0, 0, 0, c);
      case 91 -> rows(1, 0, 0, 0, b / 2, -c / 2, 0, b / 2, c / 2);
      case 10 -> rows(.5, 0, c / 2, .5, b / 2, 0, 0, b / 2, c / 2);
      case 11 -> rows(.5, b / 2, c / 2, -.5, b / 2, c / 2, -.5, -b / 2, c / 2);
      case 12 -> rows(1, 0, 0, b * celldm[3], b * sine(celldm[3]), 0, 0, 0, c);
      case -12 -> rows(1, 0, 0, 0, b, 0, c * celldm[4], 0, c * sine(celldm[4]));
      case 13 -> rows(.5, 0, -c / 2, b * celldm[3], b * sine(celldm[3]), 0, .5, 0, c / 2);
      case 14 -> triclinic(b, c, celldm[3], celldm[4], celldm[5]);
      default -> null;
    };
  }

  private static double[][] trigonal(double cosine) {
    double x = Math.sqrt((1 - cosine) / 2);
    double y = Math.sqrt((1 - cosine) / 6);
    double z = Math.sqrt((1 + 2 * cosine) / 3);
    return rows(x, -y, z, 0, 2 * y, z, -x, -y, z);
  }

  private static double[][] trigonalAlongDiagonal(double cosine) {
    double y = Math.sqrt((1 - cosine) / 6);
    double z = Math.sqrt((1 + 2 * cosine) / 3);
    double u = (z - 2 * Math.sqrt(2) * y) / Math.sqrt(3);
    double v = (z + Math.sqrt(2) * y) / Math.sqrt(3);
    return rows(u, v, v, v, u, v, v, v, u);
  }

  private static double[][] triclinic(double b, double c, double bc, double ac, double ab) {
    double sine = sine(ab);
    double height = Math.sqrt(1 + 2 * bc * ac * ab - bc * bc - ac * ac - ab * ab);
    return rows(1, 0, 0, b * ab, b * sine, 0, c * ac, c * (bc - ac * ab) / sine, c * height / sine);
  }

  private static double sine(double cosine) {
    return Math.sqrt(1 - cosine * cosine);
  }

  private static double[][] rows(double... c) {
    return new double[][] {{c[0], c[1], c[2]}, {c[3], c[4], c[5]}, {c[6], c[7], c[8]}};
  }
}
