package io.github.epdi.training.affinity;

import io.github.epdi.model.physics.Descriptor;
import io.github.epdi.structure.SiteKind;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;

/**
 * Scalar products of the sites' columns, in which a ridge regression is solved with as many
 * unknowns as rows.
 */
final class RowProducts {
  /** Keeps the constants of the kinds nearly free of the penalty. */
  private static final double FREE = 100;

  private final double[][] products;

  private RowProducts(double[][] products) {
    this.products = products;
  }

  /** Returns the products of columns that are centred, scaled, and divided by their number. */
  static RowProducts of(double[][] rows) {
    int n = rows.length;
    int columns = rows[0].length;
    double[][] z = new double[n][columns];
    for (int c = 0; c < columns; c++) {
      int column = c;
      double mean = Arrays.stream(rows).mapToDouble(row -> row[column]).average().orElseThrow();
      double variance =
          Arrays.stream(rows).mapToDouble(r -> Math.pow(r[column] - mean, 2)).sum() / n;
      for (int i = 0; i < n; i++) {
        z[i][c] = variance > 1e-18 ? (rows[i][c] - mean) / Math.sqrt(variance * columns) : 0;
      }
    }
    return plain(z);
  }

  /** Returns the products of electron affinity, work function and the kinds' constants. */
  static RowProducts levels(List<DescribedSite> sites) {
    double[][] levels =
        sites.stream()
            .map(
                site ->
                    new double[] {
                      site.descriptors().value(Descriptor.ELECTRON_AFFINITY_EV),
                      site.descriptors().value(Descriptor.WORK_FUNCTION_EV)
                    })
            .toArray(double[][]::new);
    double[][] kinds =
        sites.stream()
            .map(
                site -> {
                  double[] row = new double[SiteKind.values().length];
                  row[site.kind().ordinal()] = 1;
                  return row;
                })
            .toArray(double[][]::new);
    return of(levels).plus(FREE, plain(kinds));
  }

  private static RowProducts plain(double[][] z) {
    double[][] products = new double[z.length][z.length];
    for (int i = 0; i < z.length; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = 0;
        for (int c = 0; c < z[i].length; c++) {
          sum += z[i][c] * z[j][c];
        }
        products[i][j] = sum;
        products[j][i] = sum;
      }
    }
    return new RowProducts(products);
  }

  /** Returns the products with further columns, which are scaled by the root of a weight. */
  RowProducts plus(double weight, RowProducts more) {
    double[][] sum = new double[products.length][products.length];
    for (int i = 0; i < sum.length; i++) {
      for (int j = 0; j < sum.length; j++) {
        sum[i][j] = products[i][j] + weight * more.products[i][j];
      }
    }
    return new RowProducts(sum);
  }

  /**
   * Fits values by ridge regression and predicts others.
   *
   * @param trained rows that are fitted
   * @param values value of each row; only those of trained rows are used
   * @param penalty penalty on the squared coefficients; the constant is not penalised
   * @param asked rows that are predicted
   */
  double[] predict(int[] trained, double[] values, double penalty, int[] asked) {
    int n = trained.length;
    double mean = Arrays.stream(trained).mapToDouble(i -> values[i]).average().orElseThrow();
    double[][] matrix = new double[n][n];
    double[] right = new double[n];
    for (int i = 0; i < n; i++) {
      right[i] = values[trained[i]] - mean;
      for (int j = 0; j < n; j++) {
        matrix[i][j] = products[trained[i]][trained[j]];
      }
      matrix[i][i] += penalty;
    }
    double[] coefficients =
        new CholeskyDecomposition(new Array2DRowRealMatrix(matrix, false), 1e-9, 1e-12)
            .getSolver()
            .solve(new ArrayRealVector(right))
            .toArray();
    double[] predicted = new double[asked.length];
    for (int a = 0; a < asked.length; a++) {
      predicted[a] = mean;
      for (int i = 0; i < n; i++) {
        predicted[a] += coefficients[i] * products[asked[a]][trained[i]];
      }
    }
    return predicted;
  }
}
