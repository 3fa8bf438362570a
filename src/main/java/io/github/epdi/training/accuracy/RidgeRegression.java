package io.github.epdi.training.accuracy;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * Linear regression with a penalty on the squared weights of centred and scaled columns. The
 * penalty is the one on a grid with the least leave-one-out error, which has a closed form (Golub,
 * Heath, Wahba, Technometrics 21, 215, 1979). The problem is solved in the space of the rows,
 * because there are few of them.
 */
public final class RidgeRegression {
  private static final double SMALLEST_SCALE = 1e-9;
  private static final int STEPS_A_DECADE = 2;
  private static final int LOWEST_DECADE = -6;
  private static final int HIGHEST_DECADE = 4;

  private final double[] weights;
  private final double intercept;
  private final double penalty;

  private RidgeRegression(double[] weights, double intercept, double penalty) {
    this.weights = weights;
    this.intercept = intercept;
    this.penalty = penalty;
  }

  /**
   * Fits the weights and chooses the penalty.
   *
   * @param rows at least two rows, one for each sample
   * @param values one value for each row
   */
  public static RidgeRegression fit(double[][] rows, double[] values) {
    int n = rows.length;
    int columns = rows[0].length;
    double[] mean = new double[columns];
    double[] scale = new double[columns];
    for (int j = 0; j < columns; j++) {
      double sum = 0;
      double squares = 0;
      for (double[] row : rows) {
        sum += row[j];
      }
      mean[j] = sum / n;
      for (double[] row : rows) {
        squares += (row[j] - mean[j]) * (row[j] - mean[j]);
      }
      scale[j] = Math.max(SMALLEST_SCALE, Math.sqrt(squares / n));
    }
    double[][] z = new double[n][columns];
    double average = 0;
    for (int i = 0; i < n; i++) {
      average += values[i] / n;
      for (int j = 0; j < columns; j++) {
        z[i][j] = (rows[i][j] - mean[j]) / scale[j];
      }
    }
    Dual dual = new Dual(z, values, average);
    double best = dual.bestPenalty();
    double[] alpha = dual.coefficients(best);
    double[] weights = new double[columns];
    double intercept = average;
    for (int j = 0; j < columns; j++) {
      double sum = 0;
      for (int i = 0; i < n; i++) {
        sum += z[i][j] * alpha[i];
      }
      weights[j] = sum / scale[j];
      intercept -= weights[j] * mean[j];
    }
    return new RidgeRegression(weights, intercept, best);
  }

  /** Returns one weight for each column, in the units in which the columns were given. */
  public double[] weights() {
    return weights.clone();
  }

  public double intercept() {
    return intercept;
  }

  double penalty() {
    return penalty;
  }

  /** Returns the value for a row. */
  double value(double[] row) {
    double sum = intercept;
    for (int j = 0; j < weights.length; j++) {
      sum += weights[j] * row[j];
    }
    return sum;
  }

  /** Holds the problem in the eigenbasis of the rows' scalar products. */
  private static final class Dual {
    private final double[] eigenvalues;
    private final double[][] vectors;
    private final double[] centred;
    private final double[] projected;

    Dual(double[][] z, double[] values, double average) {
      int n = z.length;
      double[][] products = new double[n][n];
      for (int i = 0; i < n; i++) {
        for (int j = 0; j <= i; j++) {
          double sum = 0;
          for (int c = 0; c < z[i].length; c++) {
            sum += z[i][c] * z[j][c];
          }
          products[i][j] = sum;
          products[j][i] = sum;
        }
      }
      EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(products, false));
      eigenvalues = eigen.getRealEigenvalues();
      vectors = eigen.getV().getData();
      centred = new double[n];
      projected = new double[n];
      for (int i = 0; i < n; i++) {
        centred[i] = values[i] - average;
      }
      for (int k = 0; k < n; k++) {
        for (int i = 0; i < n; i++) {
          projected[k] += vectors[i][k] * centred[i];
        }
      }
    }

    double bestPenalty() {
      double best = Double.NaN;
      double least = Double.POSITIVE_INFINITY;
      for (int s = LOWEST_DECADE * STEPS_A_DECADE; s <= HIGHEST_DECADE * STEPS_A_DECADE; s++) {
        double penalty = Math.pow(10, (double) s / STEPS_A_DECADE);
        double error = leaveOneOutError(penalty);
        if (error < least) {
          least = error;
          best = penalty;
        }
      }
      return best;
    }

    private double leaveOneOutError(double penalty) {
      int n = centred.length;
      double sum = 0;
      for (int i = 0; i < n; i++) {
        double fitted = 0;
        double leverage = 1.0 / n; // this is the leverage of the mean
        for (int k = 0; k < n; k++) {
          double share = share(k, penalty);
          fitted += vectors[i][k] * share * projected[k];
          leverage += vectors[i][k] * vectors[i][k] * share;
        }
        double error = (centred[i] - fitted) / Math.max(1e-9, 1 - leverage);
        sum += error * error;
      }
      return sum;
    }

    private double share(int k, double penalty) {
      double value = Math.max(0, eigenvalues[k]);
      return value / (value + penalty);
    }

    double[] coefficients(double penalty) {
      int n = centred.length;
      double[] alpha = new double[n];
      for (int k = 0; k < n; k++) {
        double factor = projected[k] / (Math.max(0, eigenvalues[k]) + penalty);
        for (int i = 0; i < n; i++) {
          alpha[i] += vectors[i][k] * factor;
        }
      }
      return alpha;
    }
  }
}
