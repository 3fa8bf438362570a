package io.github.epdi.training.examples;

import io.github.epdi.structure.AdsorptionSite;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** Energies of symmetry orbits, eV: labels or predictions, where there are any. */
public final class SiteValues {
  private record Orbit(String materialId, String representative) {}

  private final Map<Orbit, Double> values = new HashMap<>();

  /** One value an orbit; of several labels in an orbit, the first. */
  public SiteValues(List<LabelledSite> sites, ToDoubleFunction<LabelledSite> value) {
    for (LabelledSite site : sites) {
      values.putIfAbsent(
          new Orbit(site.materialId(), site.representative().id()), value.applyAsDouble(site));
    }
  }

  /** The energy of a site's orbit, eV. */
  public OptionalDouble of(LabelledGrid grid, AdsorptionSite site) {
    Double value = values.get(new Orbit(grid.materialId(), site.representative()));
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
