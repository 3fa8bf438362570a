package io.github.epdi.tables;

import io.github.epdi.grid.GridHeader;
import io.github.epdi.grid.GridReading;
import io.github.epdi.grid.GridStatistics;
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
   * @param reading one that is not rejected
   */
  public static GridRow row(
      MaterialDescription material, String identity, GridReading reading, ImageCosts costs) {
    GridHeader header = reading.header();
    GridStatistics statistics = reading.statistics();
    StructureValues structure = new StructureValues(material.structure());
    VacuumLevel top = reading.vacuum().get(Side.TOP);
    VacuumLevel bottom = reading.vacuum().get(Side.BOTTOM);
    return new GridRow(
        reading.uri(),
        material.materialId(),
        identity,
        header.format().label(),
        reading.lengthBytes(),
        reading.modifiedMillis(),
        reading.bytesRead(),
        reading.readMode(),
        List.of(header.nx(), header.ny(), header.nz()),
        structure.latticeVectors(),
        material.formula(),
        material.host(),
        material.hostGroup(),
        material.phase(),
        material.layers(),
        material.dopants(),
        reading.unit().label(),
        reading.sign().label(),
        reading.spinBlocks(),
        reading.xcIncluded(),
        reading.xcCheck(),
        reading.cellCheck(),
        statistics == null ? null : number(statistics.min()),
        statistics == null ? null : number(statistics.max()),
        statistics == null ? null : number(statistics.mean()),
        statistics == null ? null : number(statistics.firstPlaneMean()),
        material.gapAngstrom(),
        top == null ? null : number(top.levelEv()),
        top == null ? null : number(top.flatnessEv()),
        bottom == null ? null : number(bottom.levelEv()),
        bottom == null ? null : number(bottom.flatnessEv()),
        costs.uniqueImages(),
        costs.networkEvaluations(),
        costs.clippedFraction(),
        reading.flags().stream().distinct().sorted().toList(),
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
