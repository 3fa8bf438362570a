package io.github.epdi.model.physics;

import io.github.epdi.image.LocalField;
import io.github.epdi.levels.SideLevels;
import io.github.epdi.structure.LayerShape;
import io.github.epdi.structure.SiteKind;
import java.util.Arrays;

/** The kind and all descriptors of one site, from which its binding energy is predicted. */
public final class SiteDescriptors {
  private final SiteKind kind;
  private final double[] values;

  /**
   * Makes descriptors from their values.
   *
   * @param values in the order of {@link Descriptor}; copied
   * @throws IllegalArgumentException if one is missing or not finite
   */
  public SiteDescriptors(SiteKind kind, double[] values) {
    this.kind = kind;
    this.values = values.clone();
    if (values.length != Descriptor.values().length) {
      throw new IllegalArgumentException(
          "Cannot describe a site: expected "
              + Descriptor.values().length
              + " numbers, found "
              + values.length);
    }
    for (Descriptor descriptor : Descriptor.values()) {
      if (!Double.isFinite(values[descriptor.ordinal()])) {
        throw new IllegalArgumentException(
            "Cannot describe a site: expected a finite "
                + descriptor.label()
                + ", found "
                + values[descriptor.ordinal()]);
      }
    }
  }

  /**
   * Collects the descriptors of a site.
   *
   * @param levels levels of the side
   * @param layer metal layer of the side
   * @param roughnessEv roughness of the side's potential, eV
   * @param field local potential around the site
   */
  static SiteDescriptors of(
      SiteKind kind, SideLevels levels, LayerShape layer, double roughnessEv, LocalField field) {
    double[] values = new double[Descriptor.values().length];
    values[Descriptor.ELECTRON_AFFINITY_EV.ordinal()] = levels.electronAffinityEv();
    values[Descriptor.WORK_FUNCTION_EV.ordinal()] = levels.workFunctionEv();
    values[Descriptor.METAL_SPACING_ANGSTROM.ordinal()] = layer.metalSpacingAngstrom();
    values[Descriptor.OCTAHEDRAL_FRACTION.ordinal()] = layer.octahedralFraction();
    values[Descriptor.METAL_PERIOD.ordinal()] = layer.meanPeriod();
    values[Descriptor.ESP_ROUGHNESS_EV.ordinal()] = roughnessEv;
    values[Descriptor.ESP_10_EV.ordinal()] = field.disc10Ev();
    values[Descriptor.ESP_15_EV.ordinal()] = field.disc15Ev();
    values[Descriptor.ESP_20_EV.ordinal()] = field.disc20Ev();
    values[Descriptor.ESP_CONTRAST_EV.ordinal()] = field.contrastEv();
    values[Descriptor.ESP_AXIS_EV.ordinal()] = field.axisEv();
    values[Descriptor.ESP_FAR_EV.ordinal()] = field.farEv();
    return new SiteDescriptors(kind, values);
  }

  /** Returns the kind of the site. */
  public SiteKind kind() {
    return kind;
  }

  /** Returns one descriptor, in its own unit. */
  public double value(Descriptor descriptor) {
    return values[descriptor.ordinal()];
  }

  /** Returns a copy of all descriptors, in the order of {@link Descriptor}. */
  public double[] values() {
    return values.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SiteDescriptors that
        && kind == that.kind
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * kind.hashCode() + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return kind + " " + Arrays.toString(values);
  }
}
