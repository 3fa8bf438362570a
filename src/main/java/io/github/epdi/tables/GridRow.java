package io.github.epdi.tables;

import io.github.epdi.grid.GridFile;
import io.github.epdi.grid.GridHeader;
import io.github.epdi.grid.GridReading;
import io.github.epdi.grid.GridStatistics;
import io.github.epdi.grid.GridValues;
import io.github.epdi.grid.vacuum.VacuumLevel;
import io.github.epdi.structure.CrystalStructure;
import io.github.epdi.structure.ElementCounts;
import io.github.epdi.structure.Side;
import io.github.epdi.tables.encoding.TableColumn;
import java.util.List;
import java.util.Map;

/**
 * One screened grid, which is a row of {@link GridsTable}.
 *
 * @param structure structure of the slab; null in rows of version 1
 * @param levels electronic levels; null where none were needed, and in rows of versions 1 and 2
 */
public record GridRow(
    ResultKey key,
    FileColumns file,
    HostColumns host,
    PotentialColumns potential,
    @TableColumn(name = "unique_images", meaning = "Distinct images that were rendered.")
        @TableColumn(
            name = "network_evaluations",
            meaning = "Distinct images times members times averaged copies.")
        @TableColumn(
            name = "clipped_fraction",
            meaning = "Mean fraction of the images' pixels that the colour range clips.")
        ImageCosts images,
    @TableColumn(
            name = "flags",
            meaning = "Remarks in alphabetical order; empty if there are none.")
        List<String> flags,
    StructureColumns structure,
    GridLevels levels) {
  /** The columns of the file and of what was read from it. */
  public record FileColumns(
      @TableColumn(
              name = GridsTable.FORMAT,
              meaning = "Format that the content shows: vasp, vaspout, cube, xsf or filplot.")
          String format,
      FileStamp stamp,
      @TableColumn(name = "bytes_read", unit = "byte", meaning = "Bytes read from storage.")
          long bytesRead,
      @TableColumn(
              name = "read_mode",
              meaning = "full, or planes if only the needed planes were read.")
          String readMode,
      @TableColumn(name = "dims", meaning = "Points along a, b, c.") List<Integer> dims,
      @TableColumn(
              name = "cell",
              unit = "angstrom",
              meaning = "Cell vectors a, b, c, each x, y, z.")
          List<List<Double>> cell) {}

  /** The columns that say what the values of the file are. */
  public record ConventionColumns(
      @TableColumn(
              name = "file_unit",
              meaning = "Unit of the file's values: eV, hartree or rydberg.")
          String fileUnit,
      @TableColumn(name = "sign", meaning = "Sign of the file's values: electron or electrostatic.")
          String sign,
      @TableColumn(
              name = "spin_blocks",
              meaning = "Blocks of values: 1, 2 (up and down) or 4 (noncollinear).")
          int spinBlocks,
      @TableColumn(
              name = "xc_included",
              meaning = "Whether exchange-correlation is in the values; null where not known.",
              nullable = true)
          Boolean xcIncluded,
      @TableColumn(
              name = "xc_check",
              meaning =
                  "How xc_included is known: checked, declared, stated by the file or"
                      + " not_applicable.")
          String xcCheck,
      @TableColumn(
              name = "cell_check",
              meaning =
                  "verified, or unverified if no inner metal pair shows that points times "
                      + "voxel is the cell.")
          String cellCheck) {

    private static ConventionColumns of(GridReading.Accepted reading) {
      GridValues values = reading.values();
      return new ConventionColumns(
          values.unit().label(),
          values.sign().label(),
          values.summary().spinBlocks(),
          values.summary().xc().included().orElse(null),
          values.summary().xc().check(),
          reading.cellCheck().label());
    }
  }

  /** The columns of the values themselves, in the file's unit and sign. */
  public record ValueColumns(
      @TableColumn(
              name = "value_min",
              unit = "file_unit",
              meaning =
                  "Smallest value of the first block, in the file's unit and sign; null if "
                      + "it was not read whole.",
              nullable = true)
          Double min,
      @TableColumn(
              name = "value_max",
              unit = "file_unit",
              meaning =
                  "Largest value of the first block, in the file's unit and sign; null if "
                      + "it was not read whole.",
              nullable = true)
          Double max,
      @TableColumn(
              name = "value_mean",
              unit = "file_unit",
              meaning =
                  "Mean of the first block, in the file's unit and sign; null if it was not "
                      + "read whole.",
              nullable = true)
          Double mean,
      @TableColumn(
              name = "first_plane_mean",
              unit = "file_unit",
              meaning =
                  "Mean over the first plane along c, in the file's unit and sign; null if "
                      + "it was not read.",
              nullable = true)
          Double firstPlaneMean) {

    private static ValueColumns of(GridStatistics statistics) {
      return new ValueColumns(
          number(statistics.min()),
          number(statistics.max()),
          number(statistics.mean()),
          number(statistics.firstPlaneMean()));
    }

    /** Returns a statistic, or null where it is not a number because only planes were read. */
    private static Double number(double value) {
      return Double.isNaN(value) ? null : Double.valueOf(value);
    }
  }

  /** The columns of the vacuum. Those of a side are null if it was not asked for. */
  public record VacuumColumns(
      @TableColumn(
              name = "gap_angstrom",
              unit = "angstrom",
              meaning = "Atom-free gap along the normal.")
          double gapAngstrom,
      @TableColumn(
              name = "vacuum_level_top_ev",
              unit = "eV",
              meaning =
                  "Electron potential energy in the vacuum above the top side; null if that "
                      + "side was not asked for.",
              nullable = true)
          @TableColumn(
              name = "vacuum_flatness_top_ev",
              unit = "eV",
              meaning =
                  "Largest minus smallest of the planar averages that give vacuum_level_top_ev.",
              nullable = true)
          OfSide top,
      @TableColumn(
              name = "vacuum_level_bottom_ev",
              unit = "eV",
              meaning =
                  "Electron potential energy in the vacuum below the bottom side; null if "
                      + "that side was not asked for.",
              nullable = true)
          @TableColumn(
              name = "vacuum_flatness_bottom_ev",
              unit = "eV",
              meaning =
                  "Largest minus smallest of the planar averages that give "
                      + "vacuum_level_bottom_ev.",
              nullable = true)
          OfSide bottom) {

    /**
     * The vacuum on one side.
     *
     * @param levelEv electron potential energy in the vacuum
     * @param flatnessEv largest minus smallest of the planar averages that give the level
     */
    public record OfSide(double levelEv, double flatnessEv) {
      private static OfSide of(VacuumLevel vacuum) {
        return vacuum == null ? null : new OfSide(vacuum.levelEv(), vacuum.flatnessEv());
      }
    }

    private static VacuumColumns of(double gapAngstrom, Map<Side, VacuumLevel> vacuum) {
      return new VacuumColumns(
          gapAngstrom, OfSide.of(vacuum.get(Side.TOP)), OfSide.of(vacuum.get(Side.BOTTOM)));
    }
  }

  /** The columns of the potential. */
  public record PotentialColumns(
      ConventionColumns convention, ValueColumns values, VacuumColumns vacuum) {
    /** Replaces missing values by columns that are all null. */
    public PotentialColumns {
      values = values == null ? new ValueColumns(null, null, null, null) : values;
    }
  }

  /** The columns of the atoms, as OPTIMADE 1.2 defines them. */
  public record AtomColumns(
      @TableColumn(
              name = "cartesian_site_positions",
              unit = "angstrom",
              meaning =
                  "Position of each atom, x, y, z in the file's frame of atoms, in the file's"
                      + " order.",
              nullable = true,
              since = 2)
          List<List<Double>> positions,
      @TableColumn(
              name = "species_at_sites",
              meaning =
                  "Symbol of the element of each atom, in the order of cartesian_site_positions.",
              nullable = true,
              since = 2)
          List<String> species) {

    private static AtomColumns of(CrystalStructure structure) {
      return new AtomColumns(
          CellColumns.triples(structure.cartesianPositions()),
          structure.atoms().stream().map(atom -> atom.element().symbol()).toList());
    }
  }

  /** The columns of the slab's structure, as OPTIMADE 1.2 defines them. */
  public record StructureColumns(
      ElementColumns elements,
      @TableColumn(
              name = "elements_ratios",
              meaning = "Fraction of the atoms that each of elements has; they sum to one.",
              nullable = true,
              since = 2)
          List<Double> elementsRatios,
      FormulaColumns formula,
      CellColumns cell,
      AtomColumns atoms) {
    private static StructureColumns of(CrystalStructure structure) {
      ElementCounts counts = structure.elementCounts();
      return new StructureColumns(
          ElementColumns.of(counts),
          counts.ratios(),
          FormulaColumns.of(counts),
          CellColumns.of(structure),
          AtomColumns.of(structure));
    }
  }

  /**
   * Makes the row of a screened grid.
   *
   * @param material description of the reading by {@link MaterialDescription#of}
   * @param identity digest of everything that determines the result
   * @param levels electronic levels; null where none are needed
   */
  public static GridRow of(
      MaterialDescription material,
      String identity,
      GridReading.Accepted reading,
      ImageCosts costs,
      GridLevels levels) {
    GridHeader header = reading.header();
    GridFile file = reading.file();
    StructureColumns structure = StructureColumns.of(material.structure());
    return new GridRow(
        new ResultKey(file.uri(), material.materialId(), identity),
        new FileColumns(
            header.format().label(),
            new FileStamp(file.lengthBytes(), file.modifiedMillis()),
            reading.trace().bytesRead(),
            reading.trace().mode().label(),
            List.of(header.nx(), header.ny(), header.nz()),
            structure.cell().latticeVectors()),
        HostColumns.of(material),
        new PotentialColumns(
            ConventionColumns.of(reading),
            ValueColumns.of(reading.values().summary().statistics()),
            VacuumColumns.of(material.gapAngstrom(), reading.values().vacuum())),
        costs,
        reading.trace().flags(),
        structure,
        levels);
  }
}
