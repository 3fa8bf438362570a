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
  private final double meanEv;
  private final double[] weights;

  EnergyProcess(ProcessForm form, List<LabelledDescriptors> rows) {
    this.form = form;
    this.rows = List.copyOf(rows);
    this.kernel = new ProcessKernel(form, rows);
    this.points =
        rows.stream().map(row -> kernel.point(row.site())).toArray(ProcessKernel.Point[]::new);
    DecompositionSolver solver =
        new CholeskyDecomposition(new Array2DRowRealMatrix(covariances(), false)).getSolver();
    RealVector energies =
        new ArrayRealVector(rows.stream().mapToDouble(LabelledDescriptors::energyEv).toArray());
    double[] ones = solver.solve(new ArrayRealVector(points.length, 1.0)).toArray();
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
