package io.github.epdi.dataset;

import io.github.epdi.structure.Side;
import io.github.epdi.structure.SiteKind;

/**
 * One labelled place of one material, as a table of labels gives it.
 *
 * @param row number in the table, from 1, the header not counted
 * @param materialId the material
 * @param siteId the label's own name, only for messages; null where the table has none
 * @param kind stated kind of site; null where the table has none
 * @param fracA fractional coordinate along a, not necessarily in [0, 1)
 * @param fracB fractional coordinate along b
 * @param energyEv the target, eV
 * @param side side that it is of; null where the table has none
 * @param gridUri its material's potential grid; null where the table has none
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
  /** A label of a table that says neither side nor grid. */
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

  /** Where the label stands, for messages: "row 4, MoS2-Ti T00". */
  public String place() {
    return "row " + row + ", " + materialId + (siteId == null ? "" : " " + siteId);
  }
}
