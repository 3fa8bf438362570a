package io.github.epdi.model.physics;

import io.github.epdi.structure.SiteKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The range of each descriptor among the sites that a model was fitted to, for each kind of site.
 * What lies more than a tenth of the range beyond it was not learnt, and is named. With that margin
 * 4 of our 39 materials are named when they are left out in turn.
 */
final class TrainedDomain {
  private static final double MARGIN = 0.1;

  /** Bundles keep numbers to seven decimals. */
  private static final double ROUNDING = 1e-6;

  /** Words for what lies outside, and the descriptors that they are about. */
  private enum Outside {
    ELECTRON_AFFINITY(Descriptor.ELECTRON_AFFINITY_EV),
    WORK_FUNCTION(Descriptor.WORK_FUNCTION_EV),
    METAL_LAYER(
        Descriptor.METAL_SPACING_ANGSTROM, Descriptor.OCTAHEDRAL_FRACTION, Descriptor.METAL_PERIOD),
    POTENTIAL(
        Descriptor.ESP_ROUGHNESS_EV,
        Descriptor.ESP_10_EV,
        Descriptor.ESP_15_EV,
        Descriptor.ESP_20_EV,
        Descriptor.ESP_CONTRAST_EV,
        Descriptor.ESP_AXIS_EV,
        Descriptor.ESP_FAR_EV);

    @SuppressWarnings("ImmutableEnumChecker") // List.of does not change
    private final List<Descriptor> descriptors;

    Outside(Descriptor... descriptors) {
      this.descriptors = List.of(descriptors);
    }

    String flag() {
      return name().toLowerCase(Locale.ROOT) + "_outside_training";
    }
  }

  private final Map<SiteKind, double[]> lowest = new EnumMap<>(SiteKind.class);
  private final Map<SiteKind, double[]> highest = new EnumMap<>(SiteKind.class);

  TrainedDomain(List<LabelledDescriptors> rows) {
    for (LabelledDescriptors row : rows) {
      double[] values = row.site().values();
      double[] low = lowest.computeIfAbsent(row.site().kind(), kind -> values.clone());
      double[] high = highest.computeIfAbsent(row.site().kind(), kind -> values.clone());
      for (int d = 0; d < values.length; d++) {
        low[d] = Math.min(low[d], values[d]);
        high[d] = Math.max(high[d], values[d]);
      }
    }
  }

  /**
   * Names what of a site lies outside of what was learnt: {@code
   * electron_affinity_outside_training}, {@code work_function_outside_training}, {@code
   * metal_layer_outside_training}, {@code potential_outside_training}. The reason tells the number
   * that lies farthest outside.
   *
   * @return empty if nothing does; everything of a kind of site that was never seen does
   */
  List<Doubt> doubts(SiteDescriptors site) {
    if (!lowest.containsKey(site.kind())) {
      String reason = "No site of kind " + site.kind() + " was in the training.";
      return Arrays.stream(Outside.values()).map(out -> new Doubt(out.flag(), reason)).toList();
    }
    List<Doubt> doubts = new ArrayList<>();
    for (Outside outside : Outside.values()) {
      outside.descriptors.stream()
          .max(Comparator.comparingDouble(descriptor -> beyond(site, descriptor)))
          .filter(descriptor -> beyond(site, descriptor) > MARGIN)
          .ifPresent(descriptor -> doubts.add(doubt(site, outside, descriptor)));
    }
    return doubts;
  }

  /** Returns how far a number lies outside of the training's, in parts of their range. */
  private double beyond(SiteDescriptors site, Descriptor descriptor) {
    int d = descriptor.ordinal();
    double low = lowest.get(site.kind())[d];
    double high = highest.get(site.kind())[d];
    double value = site.value(descriptor);
    double outside = Math.max(low - value, value - high);
    return outside <= ROUNDING ? 0 : outside / Math.max(high - low, ROUNDING);
  }

  private Doubt doubt(SiteDescriptors site, Outside outside, Descriptor descriptor) {
    int d = descriptor.ordinal();
    double low = lowest.get(site.kind())[d];
    double high = highest.get(site.kind())[d];
    double value = site.value(descriptor);
    return new Doubt(
        outside.flag(),
        String.format(
            Locale.ROOT,
            "%s is %.3f, %.3f outside of the %.3f to %.3f of the training's %s sites.",
            descriptor.label(),
            value,
            Math.max(low - value, value - high),
            low,
            high,
            site.kind()));
  }
}
