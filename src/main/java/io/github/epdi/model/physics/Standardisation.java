package io.github.epdi.model.physics;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings descriptors to mean 0 and deviation 1 over the training rows, where each material counts
 * the same. A descriptor that lies further outside the training rows than a quarter of their range
 * is cut there, so that an odd surface cannot drive a prediction away. Only the levels are followed
 * further.
 */
final class Standardisation {
  private static final double MARGIN = 0.25;
  private static final double NO_DEVIATION = 1e-9;

  /** Range and moments of one descriptor. */
  private record Scale(double low, double high, double mean, double deviation) {}

  private final Map<Descriptor, Scale> scales = new EnumMap<>(Descriptor.class);

  Standardisation(List<LabelledDescriptors> rows) {
    double[] weights = weights(rows);
    for (Descriptor descriptor : Descriptor.values()) {
      double[] values = rows.stream().mapToDouble(row -> row.site().value(descriptor)).toArray();
      scales.put(descriptor, scale(values, weights));
    }
  }

  private static double[] weights(List<LabelledDescriptors> rows) {
    Map<String, Integer> counts = new HashMap<>();
    rows.forEach(row -> counts.merge(row.materialId(), 1, Integer::sum));
    return rows.stream()
        .mapToDouble(row -> 1.0 / counts.get(row.materialId()) / counts.size())
        .toArray();
  }

  private static Scale scale(double[] values, double[] weights) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    double mean = 0;
    for (int i = 0; i < values.length; i++) {
      low = Math.min(low, values[i]);
      high = Math.max(high, values[i]);
      mean += weights[i] * values[i];
    }
    double variance = 0;
    for (int i = 0; i < values.length; i++) {
      variance += weights[i] * (values[i] - mean) * (values[i] - mean);
    }
    double deviation = Math.sqrt(variance);
    return new Scale(low, high, mean, deviation < NO_DEVIATION ? 1 : deviation);
  }

  /** Returns a standardised descriptor of a site. */
  double of(SiteDescriptors site, Descriptor descriptor) {
    Scale scale = scales.get(descriptor);
    double value = site.value(descriptor);
    if (!descriptor.isExtrapolated()) {
      double margin = MARGIN * (scale.high - scale.low);
      value = Math.max(scale.low - margin, Math.min(scale.high + margin, value));
    }
    return (value - scale.mean) / scale.deviation;
  }

  /** Returns several standardised descriptors of a site, in the given order. */
  double[] of(SiteDescriptors site, List<Descriptor> descriptors) {
    return descriptors.stream().mapToDouble(descriptor -> of(site, descriptor)).toArray();
  }
}
