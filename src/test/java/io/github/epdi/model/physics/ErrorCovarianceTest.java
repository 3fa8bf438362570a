package io.github.epdi.model.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.junit.jupiter.api.Test;

class ErrorCovarianceTest {
  private static List<LabelledDescriptors> without(
      List<LabelledDescriptors> rows, String material) {
    return rows.stream().filter(row -> !row.materialId().equals(material)).toList();
  }

  private static List<SiteDescriptors> sites(List<LabelledDescriptors> rows, String material) {
    return rows.stream()
        .filter(row -> row.materialId().equals(material))
        .map(LabelledDescriptors::site)
        .toList();
  }

  @Test
  void itIsSymmetricAndPositive() throws IOException {
    List<LabelledDescriptors> rows = DescribedLabels.labels();
    double[][] covariance =
        new AffinityModel(without(rows, "MoS2-Ti")).errorCovariance(sites(rows, "MoS2-Ti"));

    for (int s = 0; s < covariance.length; s++) {
      for (int t = 0; t < s; t++) {
        assertThat(covariance[s][t]).isCloseTo(covariance[t][s], within(1e-12));
      }
    }
    double[] values =
        new EigenDecomposition(new Array2DRowRealMatrix(covariance)).getRealEigenvalues();
    assertThat(Arrays.stream(values).min().orElseThrow()).isPositive();
  }

  /** A slab that differs from all labelled ones is less sure, its level above all. */
  @Test
  void spreadsGrowAwayFromTheTraining() throws IOException {
    List<LabelledDescriptors> rows = DescribedLabels.labels();
    AffinityModel model = new AffinityModel(rows);
    List<SiteDescriptors> known = sites(rows, "MoS2-pristine");
    List<SiteDescriptors> far =
        known.stream()
            .map(
                site -> {
                  double[] values = site.values();
                  values[Descriptor.ELECTRON_AFFINITY_EV.ordinal()] += 4;
                  return new SiteDescriptors(site.kind(), values);
                })
            .toList();
    double[][] near = model.errorCovariance(known);
    double[][] distant = model.errorCovariance(far);
    for (int s = 0; s < near.length; s++) {
      assertThat(Math.sqrt(distant[s][s])).isGreaterThan(2 * Math.sqrt(near[s][s]));
    }
    assertThat(difference(distant)).as("of two sites").isLessThan(Math.sqrt(distant[0][0]));
  }

  private static double difference(double[][] covariance) {
    return Math.sqrt(covariance[0][0] + covariance[1][1] - 2 * covariance[0][1]);
  }

  @Test
  void aTargetInOtherUnitsHasItsSpreadInThem() throws IOException {
    List<LabelledDescriptors> rows = DescribedLabels.labels();
    AffinityModel model = new AffinityModel(rows);
    List<SiteDescriptors> sites = sites(rows, "WS2-Nb");

    double[][] scaled = model.scaled(0.5, 0.9).errorCovariance(sites);

    double[][] plain = model.errorCovariance(sites);
    assertThat(scaled[0][1]).isCloseTo(0.81 * plain[0][1], within(1e-12));
    assertThat(scaled[0][0]).isCloseTo(0.81 * plain[0][0], within(1e-12));
  }
}
