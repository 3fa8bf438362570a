package io.github.epdi.model.physics;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.RealVector;

/**
 * A Gaussian-process regression of binding energies (Rasmussen and Williams 2006, sections 2.2 and
 * 2.7). It has a constant mean that is estimated, the covariance of a {@link ProcessForm}, a random
 * offset of each material, and noise. Immutable and thread-safe once it is fitted.
 */
final class EnergyProcess {
  /** A variance, in eV squared, that keeps rows that repeat each other apart. */
  private static final double JITTER = 1e-10;

  private final ProcessForm form;
  private final ProcessKernel kernel;
  private final List<LabelledDescriptors> rows;
  private final ProcessKernel.Point[] points;
  private final double[][] lower;
  private final double meanEv;
  private final double[] ones;
  private final double[] weights;

  EnergyProcess(ProcessForm form, List<LabelledDescriptors> rows) {
    this.form = form;
    this.rows = List.copyOf(rows);
    this.kernel = new ProcessKernel(form, rows);
    this.points =
        rows.stream().map(row -> kernel.point(row.site())).toArray(ProcessKernel.Point[]::new);
    CholeskyDecomposition decomposition =
        new CholeskyDecomposition(new Array2DRowRealMatrix(covariances(), false));
    DecompositionSolver solver = decomposition.getSolver();
    this.lower = decomposition.getL().getData();
    RealVector energies =
        new ArrayRealVector(rows.stream().mapToDouble(LabelledDescriptors::energyEv).toArray());
    ones = solver.solve(new ArrayRealVector(points.length, 1.0)).toArray();
    meanEv = product(ones, energies.toArray()) / Arrays.stream(ones).sum();
    weights = solver.solve(energies.mapSubtract(meanEv)).toArray();
  }

  private double[][] covariances() {
    int n = points.length;
    double offset = form.scales().offsetEv() * form.scales().offsetEv();
    double noise = form.scales().noiseEv() * form.scales().noiseEv();
    double[][] matrix = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double value = kernel.covariance(points[i], points[j]);
        if (rows.get(i).materialId().equals(rows.get(j).materialId())) {
          value += offset;
        }
        matrix[i][j] = value;
        matrix[j][i] = value;
      }
      matrix[i][i] += noise + JITTER;
    }
    return matrix;
  }

  /**
   * Predicts the energies of sites of one material, in eV.
   *
   * @param materialId the material, whose own labels count if some are among the rows; null for a
   *     material that the rows do not know
   */
  double[] energiesEv(List<SiteDescriptors> sites, String materialId) {
    double[] energies = new double[sites.size()];
    for (int s = 0; s < energies.length; s++) {
      energies[s] = meanEv + product(weights, covariances(kernel.point(sites.get(s)), materialId));
    }
    return energies;
  }

  /**
   * Computes the covariance, in eV squared, of the errors of what is predicted for sites of one
   * material that the rows do not know. The material's offset is part of it, noise of labels is
   * not. The mean is known as well as the rows tell it (Rasmussen and Williams, equation 2.42).
   */
  double[][] errorCovariance(List<SiteDescriptors> sites) {
    int n = sites.size();
    ProcessKernel.Point[] unseen =
        sites.stream().map(kernel::point).toArray(ProcessKernel.Point[]::new);
    double[][] halves = new double[points.length][n];
    double[] unknownMean = new double[n];
    for (int s = 0; s < n; s++) {
      double[] cross = covariances(unseen[s], null);
      unknownMean[s] = 1 - product(ones, cross);
      for (int i = 0; i < cross.length; i++) {
        halves[i][s] = cross[i];
      }
    }
    solveLower(halves);
    double information = Arrays.stream(ones).sum();
    double offset = form.scales().offsetEv() * form.scales().offsetEv();
    double[][] covariance = new double[n][n];
    for (int s = 0; s < n; s++) {
      for (int t = 0; t <= s; t++) {
        double value =
            kernel.covariance(unseen[s], unseen[t])
                + offset
                + unknownMean[s] * unknownMean[t] / information;
        for (double[] half : halves) {
          value -= half[s] * half[t];
        }
        covariance[s][t] = value;
        covariance[t][s] = value;
      }
    }
    return covariance;
  }

  /**
   * Solves L X = Y in place by forward substitution, where L L^T is the covariance of the rows. All
   * columns go together, so that the innermost loop runs along a row.
   */
  private void solveLower(double[][] y) {
    for (int i = 0; i < y.length; i++) {
      double[] row = y[i];
      for (int k = 0; k < i; k++) {
        double factor = lower[i][k];
        double[] solved = y[k];
        for (int s = 0; s < row.length; s++) {
          row[s] -= factor * solved[s];
        }
      }
      for (int s = 0; s < row.length; s++) {
        row[s] /= lower[i][i];
      }
    }
  }

  /** Returns the standard deviation of a label's noise, eV. */
  double noiseEv() {
    return form.scales().noiseEv();
  }

  /** Returns the covariances of a site with the rows, in eV squared. */
  private double[] covariances(ProcessKernel.Point point, String materialId) {
    double offset = form.scales().offsetEv() * form.scales().offsetEv();
    double[] row = new double[points.length];
    for (int i = 0; i < row.length; i++) {
      row[i] = kernel.covariance(point, points[i]);
      if (rows.get(i).materialId().equals(materialId)) {
        row[i] += offset;
      }
    }
    return row;
  }

  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
