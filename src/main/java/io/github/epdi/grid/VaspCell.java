package io.github.epdi.grid;

import io.github.epdi.grid.text.HeaderLine;
import io.github.epdi.grid.text.TextInput;
import io.github.epdi.structure.RejectCode;
import java.io.IOException;

/** The cell of a VASP header, with the factors that its scale applies to Cartesian positions. */
final class VaspCell {
  private final double[][] rows;
  private final double[] factors;

  private VaspCell(double[][] rows, double[] factors) {
    this.rows = rows;
    this.factors = factors;
  }

  /** The three scaled cell vectors, Angstrom. */
  double[][] rows() {
    return rows;
  }

  /** The factors of x, y and z. */
  double[] factors() {
    return factors;
  }

  /** Reads scale and vectors. Returns null, with a BAD_CELL in the ledger, if they make no cell. */
  static VaspCell read(TextInput in, RejectLedger rejects) throws IOException {
    HeaderLine scale = in.next("a scale or three");
    double[][] rows = new double[3][];
    for (int i = 0; i < 3; i++) {
      rows[i] = in.next("a cell vector").reals3(0, "three components of a cell vector");
    }
    double[] scales =
        scale.hasReals(0, 3)
            ? scale.reals3(0, "three scales")
            : new double[] {
              scale.size() > 0 ? HeaderLine.number(scale.words().get(0)) : Double.NaN
            };
    return of(scales, rows, scale, rejects);
  }

  /**
   * Makes the cell of unscaled vectors and one or three scales. Returns null, with a BAD_CELL in
   * the ledger, if they make none.
   *
   * @param scales one scale or three
   * @param rows the three vectors, which are scaled in place
   * @param scale the place of the scales in the file, for messages
   * @param rejects receives the BAD_CELL
   */
  static VaspCell of(double[] scales, double[][] rows, HeaderLine scale, RejectLedger rejects) {
    double[] factors = factors(scales, rows);
    for (double factor : factors) {
      if (!(factor > 0) || Double.isInfinite(factor)) {
        rejects.add(
            RejectCode.BAD_CELL,
            "Cannot use the cell: expected a scale other than zero, or three positive ones,"
                + " and vectors that span a volume, found scale \""
                + HeaderLine.printable(scale.text())
                + "\" "
                + scale.where(),
            scale.number());
        return null;
      }
    }
    for (double[] row : rows) {
      for (int x = 0; x < 3; x++) {
        row[x] *= factors[x];
      }
    }
    return new VaspCell(rows, factors);
  }

  /**
   * Returns the factors of x, y and z. One negative scale is minus the volume of the cell in cubic
   * Angstrom.
   */
  private static double[] factors(double[] scales, double[][] rows) {
    if (scales.length == 3) {
      return scales;
    }
    double scale = scales[0];
    double factor = scale < 0 ? Math.cbrt(-scale / Math.abs(determinant(rows))) : scale;
    return new double[] {factor, factor, factor};
  }

  private static double determinant(double[][] r) {
    return r[0][0] * (r[1][1] * r[2][2] - r[1][2] * r[2][1])
        - r[0][1] * (r[1][0] * r[2][2] - r[1][2] * r[2][0])
        + r[0][2] * (r[1][0] * r[2][1] - r[1][1] * r[2][0]);
  }
}
