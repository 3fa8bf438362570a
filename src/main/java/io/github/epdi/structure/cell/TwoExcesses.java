package io.github.epdi.structure.cell;

import java.util.ArrayList;
import java.util.List;

/**
 * By how much the cell vectors a and b are too long, by least squares: each observation is a linear
 * function of the two excesses, and of nothing else but scatter.
 */
final class TwoExcesses {
  private static final double SINGULAR = 1e-6;

  private final List<double[]> rows = new ArrayList<>();

  /**
   * Adds one observation.
   *
   * @param a what it grows by for one Angstrom of excess along a
   * @param b likewise along b
   * @param angstrom what was observed
   */
  void add(double a, double b, double angstrom) {
    rows.add(new double[] {a, b, angstrom});
  }

  /** Subtracts the means of all observations: for those that share an unknown constant. */
  void centre() {
    for (int i = 0; i < 3; i++) {
      int column = i;
      double mean = rows.stream().mapToDouble(row -> row[column]).average().orElse(0);
      rows.forEach(row -> row[column] -= mean);
    }
  }

  /** Takes in the observations of another one. */
  void addAll(TwoExcesses other) {
    rows.addAll(other.rows);
  }

  /**
   * The excesses along a and b with the scatter that each may have once in a thousand cells.
   *
   * @param constants unknowns that were subtracted before
   * @return null for an axis on which no observation depends, or that cannot be told from the other
   */
  CellExcess[] solve(int constants) {
    double aa = sum(0, 0);
    double bb = sum(1, 1);
    double ab = sum(0, 1);
    double determinant = aa * bb - ab * ab;
    boolean both = determinant > SINGULAR * aa * bb && aa > SINGULAR && bb > SINGULAR;
    double a = both ? (sum(0, 2) * bb - sum(1, 2) * ab) / determinant : alone(0, aa);
    double b = both ? (sum(1, 2) * aa - sum(0, 2) * ab) / determinant : alone(1, bb);
    double residual = 0;
    for (double[] row : rows) {
      double left = row[2] - a * row[0] - b * row[1];
      residual += left * left;
    }
    int freedom = rows.size() - constants - 2;
    double variance = freedom > 0 ? residual / freedom : 0;
    double t = freedom > 0 ? CellExcess.student(freedom) : 0;
    double inverseA = both ? bb / determinant : 1 / aa;
    double inverseB = both ? aa / determinant : 1 / bb;
    return new CellExcess[] {
      aa > SINGULAR ? new CellExcess(a, t * Math.sqrt(variance * inverseA)) : null,
      bb > SINGULAR ? new CellExcess(b, t * Math.sqrt(variance * inverseB)) : null
    };
  }

  private double alone(int column, double squares) {
    return squares > SINGULAR ? sum(column, 2) / squares : 0;
  }

  private double sum(int p, int q) {
    return rows.stream().mapToDouble(row -> row[p] * row[q]).sum();
  }
}
