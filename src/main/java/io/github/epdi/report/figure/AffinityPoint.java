package io.github.epdi.report.figure;

import java.util.List;

/**
 * A side of a material in the plot of binding energy against electron affinity.
 *
 * @param name material and side
 * @param electronAffinityEv electron affinity of the side
 * @param bindingEnergyEv binding energy of its lowest site
 */
record AffinityPoint(String name, double electronAffinityEv, double bindingEnergyEv) {
  /** Returns the points of those materials that have an electron affinity. */
  static List<AffinityPoint> of(List<RankedMaterial> materials) {
    return materials.stream()
        .filter(m -> m.row().levels() != null && m.row().levels().electronAffinityEv() != null)
        .map(
            m ->
                new AffinityPoint(
                    m.name(),
                    m.row().levels().electronAffinityEv(),
                    m.row().energies().adsorption().lowestEv().value()))
        .toList();
  }
}
