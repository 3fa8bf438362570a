package io.github.epdi.tables;

import io.github.epdi.grid.GridHeader;
import io.github.epdi.grid.GridReading;
import io.github.epdi.grid.GridStatistics;
import io.github.epdi.grid.GridValues;
import io.github.epdi.grid.VacuumLevel;
import io.github.epdi.structure.Side;
import java.util.List;

/** Rows of {@link GridsTable}; apart from it because the table is Spark's and a row is not. */
public final class GridRows {
  private GridRows() {}

  /**
   * The row of a screened grid.
   *
   * @param material what {@link MaterialDescription#of} says of the reading
   * @param identity digest of all that determines the result
   */
  public static GridRow row(
      MaterialDescription material,
      String identity,
      GridReading.Accepted reading,
      ImageCosts costs) {
    GridHeader header = reading.header();
    GridValues values = reading.values();
    GridStatistics statistics = values.summary().statistics();
    StructureValues structure = new StructureValues(material.structure());
    VacuumLevel top = values.vacuum().get(Side.TOP);
    VacuumLevel bottom = values.vacuum().get(Side.BOTTOM);
    return new GridRow(
        reading.file().uri(),
        material.materialId(),
        identity,
        header.format().label(),
        reading.file().lengthBytes(),
        reading.file().modifiedMillis(),
        reading.trace().bytesRead(),
        reading.trace().mode().label(),
        List.of(header.nx(), header.ny(), header.nz()),
        structure.latticeVectors(),
        material.formula(),
        material.host(),
        material.hostGroup(),
        material.phase(),
        material.layers(),
        material.dopants(),
        values.unit().label(),
        values.sign().label(),
        values.summary().spinBlocks(),
        values.summary().xc().included().orElse(null),
        values.summary().xc().check(),
        reading.cellCheck().label(),
        number(statistics.min()),
        number(statistics.max()),
        number(statistics.mean()),
        number(statistics.firstPlaneMean()),
        material.gapAngstrom(),
        top == null ? null : number(top.levelEv()),
        top == null ? null : number(top.flatnessEv()),
        bottom == null ? null : number(bottom.levelEv()),
        bottom == null ? null : number(bottom.flatnessEv()),
        costs.uniqueImages(),
        costs.networkEvaluations(),
        costs.clippedFraction(),
        reading.trace().flags(),
        structure.elements(),
        structure.elements().size(),
        structure.elementsRatios(),
        structure.chemicalFormulaReduced(),
        structure.chemicalFormulaAnonymous(),
        structure.latticeVectors(),
        StructureValues.DIMENSION_TYPES,
        StructureValues.PERIODIC_DIMENSIONS,
        structure.sites(),
        structure.cartesianSitePositions(),
        structure.speciesAtSites());
  }

  /** A statistic that a reading of planes alone does not know is not a number there. */
  private static Double number(double value) {
    return Double.isNaN(value) ? null : Double.valueOf(value);
  }
}
