package io.github.epdi.model.physics;

import java.util.Locale;

/**
 * The numbers from which binding energies are predicted, in the order of {@link SiteDescriptors}.
 */
public enum Descriptor {
  /** Electron affinity of the slab for lithium's electron, eV below vacuum. */
  ELECTRON_AFFINITY_EV,
  /** Work function of the side, eV. */
  WORK_FUNCTION_EV,
  /** Mean distance of the layer's metals to the nearest metal in the metal layer, Angstrom. */
  METAL_SPACING_ANGSTROM,
  /** Share of the layer's metals that are octahedrally surrounded. */
  OCTAHEDRAL_FRACTION,
  /** Mean period, in the periodic table, of the layer's metals. */
  METAL_PERIOD,
  /** Standard deviation of the potential over the plane at 1.5 Angstrom, eV. */
  ESP_ROUGHNESS_EV,
  /** Mean potential in a disc of radius 1.5 Angstrom at a height of 1.0 Angstrom, eV. */
  ESP_10_EV,
  /** Mean potential in a disc of radius 1.5 Angstrom at a height of 1.5 Angstrom, eV. */
  ESP_15_EV,
  /** Mean potential in a disc of radius 1.5 Angstrom at a height of 2.0 Angstrom, eV. */
  ESP_20_EV,
  /**
   * Mean in a disc of radius 3.0 less that in a disc of 1.5 Angstrom, at a height of 1.5 Angstrom,
   * eV.
   */
  ESP_CONTRAST_EV,
  /** Potential at the site in the plane of the chalcogens, eV. */
  ESP_AXIS_EV,
  /**
   * Mean in a disc of radius 3.0 Angstrom less the plane's mean, at a height of 3.0 Angstrom, eV.
   */
  ESP_FAR_EV;

  /** Returns the lower-case name, as in bundles and reports. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Tells whether a prediction follows this descriptor beyond the range of the training rows. */
  boolean isExtrapolated() {
    return this == ELECTRON_AFFINITY_EV || this == WORK_FUNCTION_EV;
  }
}
