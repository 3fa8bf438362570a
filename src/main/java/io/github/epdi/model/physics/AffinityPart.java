package io.github.epdi.model.physics;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.epdi.levels.LevelsConvention;
import io.github.epdi.structure.SiteKind;
import java.util.ArrayList;
import java.util.List;

/**
 * The part of a bundle from which an {@link AffinityModel} is solved when the bundle is used.
 *
 * @param levels how a slab's levels become descriptors
 * @param descriptors the columns of the rows, in the order of {@link Descriptor}
 * @param level form of the regression of what a material's sites have in common
 * @param contrast form of the regression of what sets them apart
 * @param rows labelled sites
 * @param trust how far its predictions can be trusted; null in bundles that do not tell
 */
public record AffinityPart(
    LevelsConvention levels,
    List<Descriptor> descriptors,
    ProcessForm level,
    ProcessForm contrast,
    List<Row> rows,
    @JsonInclude(JsonInclude.Include.NON_NULL) Trust trust) {
  /** The factor that keeps descriptors to seven decimals. */
  private static final double DIGITS = 1e7;

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if the descriptors are not those of this program, or there are
   *     no rows
   */
  public AffinityPart {
    descriptors = List.copyOf(descriptors);
    rows = List.copyOf(rows);
    if (!descriptors.equals(List.of(Descriptor.values()))) {
      throw new IllegalArgumentException(
          "expected the descriptors " + List.of(Descriptor.values()) + ", found " + descriptors);
    }
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("expected rows, found none");
    }
  }

  /**
   * A labelled site.
   *
   * @param materialId its material
   * @param kind its kind
   * @param values descriptors, in their order
   * @param energyEv the label
   */
  public record Row(String materialId, SiteKind kind, List<Double> values, double energyEv) {
    /** Copies the list and checks that all numbers are there. */
    public Row {
      values = List.copyOf(values);
      describe(kind, values);
    }
  }

  /** Makes the part of a bundle that is trained on these rows. The trust may be null. */
  public static AffinityPart of(
      LevelsConvention levels, List<LabelledDescriptors> rows, Trust trust) {
    List<Row> kept = new ArrayList<>();
    for (LabelledDescriptors row : rows) {
      List<Double> values = new ArrayList<>();
      for (double value : row.site().values()) {
        values.add(Math.rint(value * DIGITS) / DIGITS);
      }
      kept.add(new Row(row.materialId(), row.site().kind(), values, row.energyEv()));
    }
    return new AffinityPart(
        levels, List.of(Descriptor.values()), ProcessForm.LEVEL, ProcessForm.CONTRAST, kept, trust);
  }

  /** Returns the same part with another trust. */
  public AffinityPart with(Trust other) {
    return new AffinityPart(levels, descriptors, level, contrast, rows, other);
  }

  /**
   * Solves the regressions for a target whose energies are mean + scale * y, where y is what they
   * give.
   */
  public AffinityModel model(double meanEv, double scale) {
    List<LabelledDescriptors> labelled =
        rows.stream()
            .map(
                row ->
                    new LabelledDescriptors(
                        row.materialId(), describe(row.kind(), row.values()), row.energyEv()))
            .toList();
    return new AffinityModel(labelled, level, contrast).scaled(meanEv, scale);
  }

  private static SiteDescriptors describe(SiteKind kind, List<Double> values) {
    return new SiteDescriptors(kind, values.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
