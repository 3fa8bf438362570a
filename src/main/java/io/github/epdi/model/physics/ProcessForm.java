package io.github.epdi.model.physics;

import java.util.List;

/**
 * The covariance of binding energies that a regression assumes, as a sum of terms, each with a
 * standard deviation in eV. The constants are those that restricted likelihood gives on our DFT
 * set, rounded. Halving or doubling one alone moves energies by some meV.
 *
 * @param columns descriptors of each term
 * @param scales standard deviations of each term
 * @param smooth the term that is not linear
 */
public record ProcessForm(Columns columns, Scales scales, Smooth smooth) {
  /**
   * Descriptors of the linear terms, whose slopes are the same for all kinds of site.
   *
   * @param material descriptors of the material
   * @param field descriptors of the local potential
   */
  public record Columns(List<Descriptor> material, List<Descriptor> field) {
    /** Copies the lists. */
    public Columns {
      material = List.copyOf(material);
      field = List.copyOf(field);
    }
  }

  /**
   * Standard deviations of the terms, eV.
   *
   * @param kindEv offset of each kind of site
   * @param materialEv slopes of the material's columns
   * @param fieldEv slopes of the local potential's columns
   * @param ownEv slopes of {@link #OWN}, separate for each kind of site
   * @param axisEv slopes of {@link #AXIS}, separate for each kind of site
   * @param offsetEv what a material's sites share and no column tells
   * @param noiseEv noise of a label
   */
  public record Scales(
      double kindEv,
      double materialEv,
      double fieldEv,
      double ownEv,
      double axisEv,
      double offsetEv,
      double noiseEv) {}

  /**
   * The smooth term, a Gaussian exp(-d^2 / (2 length^2)) of standardised columns.
   *
   * @param columns descriptors whose distance d counts
   * @param reach between which sites the term correlates energies
   * @param length length of the Gaussian, in standard deviations of the columns
   * @param scaleEv standard deviation, eV
   */
  public record Smooth(List<Descriptor> columns, Reach reach, double length, double scaleEv) {
    /** Copies the list. */
    public Smooth {
      columns = List.copyOf(columns);
    }
  }

  /** Tells between which sites a term correlates energies. */
  public enum Reach {
    /** The term correlates all sites. */
    ALL_KINDS,
    /** The term correlates sites of the same kind only. */
    SAME_KIND
  }

  /** Columns whose slope is separate for each kind of site. */
  static final List<Descriptor> OWN =
      List.of(
          Descriptor.ESP_15_EV,
          Descriptor.ESP_CONTRAST_EV,
          Descriptor.METAL_SPACING_ANGSTROM,
          Descriptor.OCTAHEDRAL_FRACTION,
          Descriptor.METAL_PERIOD);

  /** The potential that lithium meets on its axis and from afar. */
  static final List<Descriptor> AXIS = List.of(Descriptor.ESP_AXIS_EV, Descriptor.ESP_FAR_EV);

  private static final List<Descriptor> FIELD =
      List.of(Descriptor.ESP_10_EV, Descriptor.ESP_15_EV, Descriptor.ESP_20_EV);

  /** The form for what a material's sites have in common. */
  public static final ProcessForm LEVEL =
      new ProcessForm(
          new Columns(
              List.of(
                  Descriptor.ELECTRON_AFFINITY_EV,
                  Descriptor.WORK_FUNCTION_EV,
                  Descriptor.ESP_ROUGHNESS_EV,
                  Descriptor.METAL_SPACING_ANGSTROM),
              FIELD),
          new Scales(0.3, 0.35, 0.30, 0.025, 0.15, 0.03, 0.02),
          new Smooth(
              List.of(Descriptor.ELECTRON_AFFINITY_EV, Descriptor.WORK_FUNCTION_EV),
              Reach.ALL_KINDS,
              2.0,
              0.08));

  /** The form for what sets a material's sites apart. */
  public static final ProcessForm CONTRAST =
      new ProcessForm(
          new Columns(List.of(Descriptor.ELECTRON_AFFINITY_EV, Descriptor.WORK_FUNCTION_EV), FIELD),
          new Scales(0.3, 0.50, 0.08, 0.025, 0.20, 0.05, 0.014),
          new Smooth(
              List.of(
                  Descriptor.ESP_15_EV,
                  Descriptor.ESP_CONTRAST_EV,
                  Descriptor.ESP_AXIS_EV,
                  Descriptor.ESP_FAR_EV),
              Reach.SAME_KIND,
              4.0,
              0.20));
}
