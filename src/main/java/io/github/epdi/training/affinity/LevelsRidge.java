package io.github.epdi.training.affinity;

import io.github.epdi.model.physics.Descriptor;
import io.github.epdi.model.physics.LabelledDescriptors;
import io.github.epdi.model.physics.SiteDescriptors;
import io.github.epdi.structure.SiteKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;

/**
 * Baseline (e), a ridge regression of binding energies on affinity, work function, local potential
 * and geometry. Each of the n rows of a material counts 1/n. Columns are standardised without
 * weights, and those of one kind of site are zero for the others. The constants of the kinds are
 * not penalised.
 */
final class LevelsRidge implements LeftOut.Fit {
  private static final double PENALTY = 0.01;

  private static final List<Descriptor> COMMON =
      List.of(
          Descriptor.ELECTRON_AFFINITY_EV,
          Descriptor.WORK_FUNCTION_EV,
          Descriptor.ESP_10_EV,
          Descriptor.ESP_15_EV,
          Descriptor.ESP_20_EV);

  private static final List<Descriptor> BY_KIND =
      List.of(
          Descriptor.ESP_15_EV,
          Descriptor.ESP_CONTRAST_EV,
          Descriptor.METAL_SPACING_ANGSTROM,
          Descriptor.OCTAHEDRAL_FRACTION);

  private static final int KINDS = SiteKind.values().length;
  private static final int COLUMNS = COMMON.size() + KINDS * BY_KIND.size();

  private final double[] means = new double[COLUMNS];
  private final double[] deviations = new double[COLUMNS];
  private final double[] coefficients;

  LevelsRidge(List<LabelledDescriptors> rows) {
    double[][] raw = rows.stream().map(row -> raw(row.site())).toArray(double[][]::new);
    for (int c = 0; c < COLUMNS; c++) {
      for (double[] row : raw) {
        means[c] += row[c] / raw.length;
      }
      double variance = 0;
      for (double[] row : raw) {
        variance += (row[c] - means[c]) * (row[c] - means[c]) / raw.length;
      }
      deviations[c] = variance > 0 ? Math.sqrt(variance) : 1;
    }
    Map<String, Integer> counts = new HashMap<>();
    rows.forEach(row -> counts.merge(row.materialId(), 1, Integer::sum));
    int width = KINDS + COLUMNS;
    double[][] normal = new double[width][width];
    double[] right = new double[width];
    for (LabelledDescriptors row : rows) {
      double[] design = design(row.site());
      double weight = 1.0 / counts.get(row.materialId());
      for (int i = 0; i < width; i++) {
        right[i] += weight * design[i] * row.energyEv();
        for (int j = 0; j <= i; j++) {
          normal[i][j] += weight * design[i] * design[j];
          normal[j][i] = normal[i][j];
        }
      }
    }
    for (int c = KINDS; c < width; c++) {
      normal[c][c] += PENALTY;
    }
    coefficients =
        new CholeskyDecomposition(new Array2DRowRealMatrix(normal, false))
            .getSolver()
            .solve(new ArrayRealVector(right))
            .toArray();
  }

  private static double[] raw(SiteDescriptors site) {
    double[] raw = new double[COLUMNS];
    int c = 0;
    for (Descriptor descriptor : COMMON) {
      raw[c++] = site.value(descriptor);
    }
    for (Descriptor descriptor : BY_KIND) {
      raw[c + site.kind().ordinal()] = site.value(descriptor);
      c += KINDS;
    }
    return raw;
  }

  private double[] design(SiteDescriptors site) {
    double[] raw = raw(site);
    double[] design = new double[KINDS + COLUMNS];
    design[site.kind().ordinal()] = 1;
    for (int c = 0; c < COLUMNS; c++) {
      design[KINDS + c] = (raw[c] - means[c]) / deviations[c];
    }
    return design;
  }

  @Override
  public double[] energiesEv(List<SiteDescriptors> sites) {
    double[] energies = new double[sites.size()];
    for (int s = 0; s < energies.length; s++) {
      double[] design = design(sites.get(s));
      for (int c = 0; c < design.length; c++) {
        energies[s] += coefficients[c] * design[c];
      }
    }
    return energies;
  }
}
