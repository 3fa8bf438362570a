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
  private final DecompositionSolver solver;
  private final double meanEv;
  private final double[] ones;
  private final double[] weights;

  EnergyProcess(ProcessForm form, List<LabelledDescriptors> rows) {
    this.form = form;
    this.rows = List.copyOf(rows);
    this.kernel = new ProcessKernel(form, rows);
    this.points =
        rows.stream().map(row -> kernel.point(row.site())).toArray(ProcessKernel.Point[]::new);
    this.solver =
        new CholeskyDecomposition(new Array2DRowRealMatrix(covariances(), false)).getSolver();
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
      energies[s] = meanEv + product(weights, covariances(sites.get(s), materialId));
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
    double[][] known = new double[points.length][n];
    double[][] cross = new double[n][];
    for (int s = 0; s < n; s++) {
      cross[s] = covariances(sites.get(s), null);
      for (int i = 0; i < points.length; i++) {
        known[i][s] = cross[s][i];
      }
    }
    double[][] solved = solver.solve(new Array2DRowRealMatrix(known, false)).getData();
    double information = Arrays.stream(ones).sum();
    double offset = form.scales().offsetEv() * form.scales().offsetEv();
    double[][] covariance = new double[n][n];
    for (int s = 0; s < n; s++) {
      ProcessKernel.Point point = kernel.point(sites.get(s));
      for (int t = 0; t <= s; t++) {
        double value = kernel.covariance(point, kernel.point(sites.get(t))) + offset;
        for (int i = 0; i < points.length; i++) {
          value -= cross[s][i] * solved[i][t];
        }
        value += (1 - product(ones, cross[s])) * (1 - product(ones, cross[t])) / information;
        covariance[s][t] = value;
        covariance[t][s] = value;
      }
    }
    return covariance;
  }

  /** Returns the standard deviation of a label's noise, eV. */
  double noiseEv() {
    return form.scales().noiseEv();
  }

  /** Returns the covariances of a site with the rows, in eV squared. */
  private double[] covariances(SiteDescriptors site, String materialId) {
    ProcessKernel.Point point = kernel.point(site);
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
