package io.github.epdi.dataset;

import io.github.epdi.structure.Side;
import io.github.epdi.structure.SiteKind;

/**
 * One labelled place of one material, as a table of labels gives it.
 *
 * @param row number in the table, from 1, without counting the header
 * @param materialId the material
 * @param siteId the label's own name, only for messages; null where the table has none
 * @param kind stated kind of site; null where the table has none
 * @param fracA fractional coordinate along a, not necessarily in [0, 1)
 * @param fracB fractional coordinate along b, likewise
 * @param energyEv the target, eV
 * @param side side of the slab; null where the table has none
 * @param gridUri the material's potential grid; null where the table has none
 */
public record Label(
    long row,
    String materialId,
    String siteId,
    SiteKind kind,
    double fracA,
    double fracB,
    double energyEv,
    Side side,
    String gridUri)
    implements java.io.Serializable {
  /** Makes a label of a table that states neither side nor grid. */
  public Label(
      long row,
      String materialId,
      String siteId,
      SiteKind kind,
      double fracA,
      double fracB,
      double energyEv) {
    this(row, materialId, siteId, kind, fracA, fracB, energyEv, null, null);
  }

  /** Returns where the label is, for messages: "row 4, MoS2-Ti T00". */
  public String place() {
    return "row " + row + ", " + materialId + (siteId == null ? "" : " " + siteId);
  }
}
