package io.github.epdi.training.examples;

import io.github.epdi.structure.AdsorptionSite;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * Holds energies of symmetry orbits in eV, which are labels or predictions. Orbits without one have
 * none here.
 */
public final class SiteValues {
  private record Orbit(String materialId, String representative) {}

  private final Map<Orbit, Double> values = new HashMap<>();

  /** Keeps one value for each orbit, which is that of its first site in the list. */
  public SiteValues(List<LabelledSite> sites, ToDoubleFunction<LabelledSite> value) {
    for (LabelledSite site : sites) {
      values.putIfAbsent(
          new Orbit(site.materialId(), site.representative().id()), value.applyAsDouble(site));
    }
  }

  /** Returns the energy of a site's orbit in eV, or nothing where it is unknown. */
  public OptionalDouble of(LabelledGrid grid, AdsorptionSite site) {
    Double value = values.get(new Orbit(grid.materialId(), site.representative()));
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
