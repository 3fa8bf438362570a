package io.github.epdi.training.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;

class RidgeRegressionTest {
  private static final int ROWS = 14;
  private static final int COLUMNS = 4;
  private final double[][] rows = new double[ROWS][COLUMNS];
  private final double[] values = new double[ROWS];

  RidgeRegressionTest() {
    Random random = new Random(3);
    for (int i = 0; i < ROWS; i++) {
      for (int j = 0; j < COLUMNS; j++) {
        rows[i][j] = 10 * j + Math.pow(10, j - 2) * random.nextGaussian();
      }
      values[i] = 2 + 30 * rows[i][1] + random.nextGaussian();
    }
  }

  /** The textbook's normal equations, column by column. */
  @Test
  void weightsSolveTheNormalEquations() {
    RidgeRegression ridge = RidgeRegression.fit(rows, values);
    double[] expected = normalEquations(rows, values, ridge.penalty());
    for (int j = 0; j < COLUMNS; j++) {
      double size = Math.max(1, Math.abs(expected[j]));
      assertThat(ridge.weights()[j]).isCloseTo(expected[j], within(1e-8 * size));
    }
    double mean = Arrays.stream(values).average().orElseThrow();
    double predicted = Arrays.stream(rows).mapToDouble(ridge::value).average().orElseThrow();
    assertThat(predicted).isCloseTo(mean, within(1e-9));
  }

  /** Leaving each row out in turn, with the centre and scale of all rows, is what is minimised. */
  @Test
  void penaltyHasTheLeastErrorOfRowsLeftOut() {
    double chosen = RidgeRegression.fit(rows, values).penalty();
    double least = leaveOneOut(chosen);
    for (double factor : new double[] {0.01, 0.1, 1 / Math.sqrt(10), Math.sqrt(10), 10, 100}) {
      assertThat(leaveOneOut(chosen * factor)).isGreaterThanOrEqualTo(least * (1 - 1e-9));
    }
  }

  @Test
  void moreColumnsThanRowsAreNoProblem() {
    Random random = new Random(4);
    double[][] wide = new double[6][50];
    for (double[] row : wide) {
      Arrays.setAll(row, j -> random.nextGaussian());
    }
    double[] some = {1, 2, 3, 4, 5, 6};
    RidgeRegression ridge = RidgeRegression.fit(wide, some);
    assertThat(ridge.weights()).hasSize(50).doesNotContain(Double.NaN);
  }

  private double leaveOneOut(double penalty) {
    double[][] z = scaled(rows);
    double sum = 0;
    for (int out = 0; out < ROWS; out++) {
      int left = out;
      int[] kept = IntStream.range(0, ROWS).filter(i -> i != left).toArray();
      // An intercept that is not penalised, as a column of ones.
      double[][] a = new double[kept.length][COLUMNS + 1];
      double[] y = new double[kept.length];
      for (int i = 0; i < kept.length; i++) {
        System.arraycopy(z[kept[i]], 0, a[i], 0, COLUMNS);
        a[i][COLUMNS] = 1;
        y[i] = values[kept[i]];
      }
      RealMatrix m = new Array2DRowRealMatrix(a);
      RealMatrix gram = m.transpose().multiply(m);
      for (int j = 0; j < COLUMNS; j++) {
        gram.addToEntry(j, j, penalty);
      }
      double[] w = new LUDecomposition(gram).getSolver().solve(m.transpose()).operate(y);
      double predicted = w[COLUMNS];
      for (int j = 0; j < COLUMNS; j++) {
        predicted += w[j] * z[left][j];
      }
      sum += Math.pow(values[left] - predicted, 2);
    }
    return sum;
  }

  private static double[] normalEquations(double[][] rows, double[] values, double penalty) {
    double[][] z = scaled(rows);
    double mean = Arrays.stream(values).average().orElseThrow();
    RealMatrix m = new Array2DRowRealMatrix(z);
    RealMatrix gram =
        m.transpose()
            .multiply(m)
            .add(MatrixUtils.createRealIdentityMatrix(COLUMNS).scalarMultiply(penalty));
    double[] centred = Arrays.stream(values).map(v -> v - mean).toArray();
    double[] w = new LUDecomposition(gram).getSolver().solve(m.transpose()).operate(centred);
    for (int j = 0; j < COLUMNS; j++) {
      w[j] /= deviation(rows, j);
    }
    return w;
  }

  private static double[][] scaled(double[][] rows) {
    double[][] z = new double[ROWS][COLUMNS];
    for (int j = 0; j < COLUMNS; j++) {
      int column = j;
      double mean = Arrays.stream(rows).mapToDouble(r -> r[column]).average().orElseThrow();
      for (int i = 0; i < ROWS; i++) {
        z[i][j] = (rows[i][j] - mean) / deviation(rows, j);
      }
    }
    return z;
  }

  private static double deviation(double[][] rows, int column) {
    double mean = Arrays.stream(rows).mapToDouble(r -> r[column]).average().orElseThrow();
    double squares =
        Arrays.stream(rows).mapToDouble(r -> Math.pow(r[column] - mean, 2)).average().orElseThrow();
    return Math.sqrt(squares);
  }
}
