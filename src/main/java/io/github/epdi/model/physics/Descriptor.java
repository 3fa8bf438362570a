package io.github.epdi.model.physics;

import java.util.Locale;

/**
 * The numbers that binding energies are predicted from, in the order of {@link SiteDescriptors}.
 */
public enum Descriptor {
  /** Electron affinity of the slab for lithium's electron, eV below vacuum. */
  ELECTRON_AFFINITY_EV,
  /** Work function of the side, eV. */
  WORK_FUNCTION_EV,
  /** Mean distance to the nearest metal in the metal layer. */
  METAL_SPACING_ANGSTROM,
  /** Share of the layer's metals that are octahedrally surrounded. */
  OCTAHEDRAL_FRACTION,
  /** Mean period of the layer's metals. */
  METAL_PERIOD,
  /** Standard deviation of the potential over the plane at 1.5 Angstrom. */
  ESP_ROUGHNESS_EV,
  /** Mean potential in a disc of 1.5 Angstrom at height 1.0. */
  ESP_10_EV,
  /** Mean potential in a disc of 1.5 Angstrom at height 1.5. */
  ESP_15_EV,
  /** Mean potential in a disc of 1.5 Angstrom at height 2.0. */
  ESP_20_EV,
  /** Disc of 3.0 less disc of 1.5 Angstrom at height 1.5. */
  ESP_CONTRAST_EV,
  /** Potential at the site in the plane of the chalcogens. */
  ESP_AXIS_EV,
  /** Disc of 3.0 Angstrom less the plane's mean at height 3.0. */
  ESP_FAR_EV;

  /** Lower-case name, as in bundles and reports. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a prediction follows it beyond the range of the training rows. */
  boolean isExtrapolated() {
    return this == ELECTRON_AFFINITY_EV || this == WORK_FUNCTION_EV;
  }
}
