package io.github.epdi.model.physics;

import io.github.epdi.structure.SiteKind;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * The range of each descriptor among the sites that a model was fitted to, for each kind of site.
 * What lies more than a tenth of the range beyond it was not learnt, and is named. With that margin
 * 4 of our 39 materials are named when they are left out in turn.
 */
final class TrainedDomain {
  private static final double MARGIN = 0.1;

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
   * Names what of some sites lies outside of what was learnt, in alphabetical order: {@code
   * electron_affinity_outside_training}, {@code metal_layer_outside_training}, {@code
   * potential_outside_training}, {@code work_function_outside_training}.
   *
   * @return empty if nothing does; everything of a kind of site that was never seen does
   */
  List<String> doubts(List<SiteDescriptors> sites) {
    TreeSet<String> flags = new TreeSet<>();
    for (Outside outside : Outside.values()) {
      if (sites.stream().anyMatch(site -> isOutside(site, outside))) {
        flags.add(outside.flag());
      }
    }
    return List.copyOf(flags);
  }

  private boolean isOutside(SiteDescriptors site, Outside outside) {
    double[] low = lowest.get(site.kind());
    double[] high = highest.get(site.kind());
    return low == null
        || outside.descriptors.stream()
            .anyMatch(
                descriptor -> {
                  int d = descriptor.ordinal();
                  double room = MARGIN * (high[d] - low[d]);
                  double value = site.value(descriptor);
                  return value < low[d] - room || value > high[d] + room;
                });
  }
}
