package io.github.epdi.tables;

import io.github.epdi.pes.Adsorption;
import io.github.epdi.pes.Interval;
import io.github.epdi.pes.LowestBarrier;
import io.github.epdi.pes.Predicted;
import io.github.epdi.pes.PredictedDiffusion;
import io.github.epdi.pes.PredictedPercolation;
import io.github.epdi.pes.PredictedPercolation.Ranks;
import io.github.epdi.pes.SurfaceResult;
import io.github.epdi.structure.CrystalStructure;
import io.github.epdi.structure.ElementCounts;
import io.github.epdi.structure.SiteKind;
import io.github.epdi.structure.SurfaceGraph;
import io.github.epdi.tables.encoding.SharedColumns;
import io.github.epdi.tables.encoding.SurfaceKey;
import io.github.epdi.tables.encoding.TableColumn;
import java.util.List;

/**
 * One side of one material, which is a row of {@link MaterialsTable}.
 *
 * @param structure structure of the slab; null in rows of version 1
 * @param levels electronic levels; null where the model needs none, and in rows of versions 1 and 2
 * @param doubt intervals and reasons of flags; null in rows of versions before 4
 */
public record MaterialRow(
    @TableColumn(
            name = SharedColumns.MATERIAL_ID,
            meaning = "Material that the grid is of.",
            key = true)
        @TableColumn(
            name = SharedColumns.SIDE,
            meaning = "Side of the slab: top or bottom.",
            key = true)
        SurfaceKey surface,
    HostColumns host,
    SiteCounts sites,
    EnergyColumns energies,
    Remarks remarks,
    StructureColumns structure,
    LevelColumns levels,
    DoubtColumns doubt) {
  /** The columns that say how many sites a side has. */
  public record SiteCounts(
      @TableColumn(name = "top_sites", meaning = "Number of T sites.")
          @TableColumn(name = "hollow_sites", meaning = "Number of H sites.")
          @TableColumn(name = "bridge_sites", meaning = "Number of B sites.")
          OfKind all,
      @TableColumn(name = "unique_top_sites", meaning = "Number of symmetry-unique T sites.")
          @TableColumn(name = "unique_hollow_sites", meaning = "Number of symmetry-unique H sites.")
          @TableColumn(name = "unique_bridge_sites", meaning = "Number of symmetry-unique B sites.")
          OfKind unique) {

    /**
     * Numbers of sites by kind.
     *
     * @param top number of T sites
     * @param hollow number of H sites
     * @param bridge number of B sites
     */
    public record OfKind(int top, int hollow, int bridge) {}

    private static SiteCounts of(SurfaceGraph graph) {
      return new SiteCounts(
          new OfKind(graph.tops().size(), graph.hollows().size(), graph.bridges().size()),
          new OfKind(
              graph.uniqueCount(SiteKind.T),
              graph.uniqueCount(SiteKind.H),
              graph.uniqueCount(SiteKind.B)));
    }
  }

  /**
   * The columns of the lowest binding energies, of their site, and of the number of members that
   * predicted them.
   */
  public record AdsorptionColumns(
      @TableColumn(
              name = MaterialsTable.MEMBERS,
              meaning = "Members of the ensemble that predicted; 0 without energies.")
          int members,
      @TableColumn(
              name = "adsorption_site",
              meaning =
                  "Id of the site with the lowest binding energy; of equal ones the first; null where"
                      + " the flags say why no energies were predicted.",
              nullable = true)
          String siteId,
      @TableColumn(
              name = "adsorption_energy_ev",
              unit = "eV",
              meaning = "Lowest binding energy of all T and H sites; null without energies.",
              nullable = true)
          @TableColumn(
              name = "adsorption_energy_std_ev",
              unit = "eV",
              meaning =
                  "Standard deviation of adsorption_energy_ev over the members of the "
                      + "ensemble; null with one member.",
              nullable = true)
          Predicted lowestEv,
      @TableColumn(
              name = "adsorption_energy_t_ev",
              unit = "eV",
              meaning = "Lowest binding energy of the T sites; null without energies.",
              nullable = true)
          @TableColumn(
              name = "adsorption_energy_t_std_ev",
              unit = "eV",
              meaning =
                  "Standard deviation of adsorption_energy_t_ev over the members of the "
                      + "ensemble; null with one member.",
              nullable = true)
          @TableColumn(
              name = "adsorption_energy_h_ev",
              unit = "eV",
              meaning = "Lowest binding energy of the H sites; null without energies.",
              nullable = true)
          @TableColumn(
              name = "adsorption_energy_h_std_ev",
              unit = "eV",
              meaning =
                  "Standard deviation of adsorption_energy_h_ev over the members of the "
                      + "ensemble; null with one member.",
              nullable = true)
          Adsorption.ByKind byKind) {}

  /**
   * The columns of the barriers that the ion must climb to travel without end.
   *
   * @param ownLowest barriers counted from the lowest site that the ion then visits
   * @param sideLowest barriers counted from the lowest site of the side
   */
  public record PercolationColumns(
      @TableColumn(
              name = MaterialsTable.PERCOLATION_1D_EV,
              unit = "eV",
              meaning =
                  "Percolation barrier in one direction: lowest hop energy at which the ion "
                      + "can travel without end, minus the lowest site that it then visits; null "
                      + "if it never can.",
              nullable = true)
          @TableColumn(
              name = "percolation_1d_std_ev",
              unit = "eV",
              meaning =
                  "Standard deviation of percolation_1d_ev over the members of the "
                      + "ensemble; null with one member or where it is null.",
              nullable = true)
          @TableColumn(
              name = MaterialsTable.PERCOLATION_2D_EV,
              unit = "eV",
              meaning =
                  "Percolation barrier over the whole surface: lowest hop energy at which "
                      + "the ion can travel without end in two directions, minus the lowest site "
                      + "that it then visits; null if it never can.",
              nullable = true)
          @TableColumn(
              name = "percolation_2d_std_ev",
              unit = "eV",
              meaning =
                  "Standard deviation of percolation_2d_ev over the members of the "
                      + "ensemble; null with one member or where it is null.",
              nullable = true)
          Ranks ownLowest,
      @TableColumn(
              name = "percolation_1d_above_lowest_ev",
              unit = "eV",
              meaning =
                  "The energy that percolation_1d_ev is counted to, minus the lowest T or H "
                      + "site of the side.",
              nullable = true)
          @TableColumn(
              name = "percolation_1d_above_lowest_std_ev",
              unit = "eV",
              meaning =
                  "Standard deviation of percolation_1d_above_lowest_ev over the members of "
                      + "the ensemble; null with one member or where it is null.",
              nullable = true)
          @TableColumn(
              name = "percolation_2d_above_lowest_ev",
              unit = "eV",
              meaning =
                  "The energy that percolation_2d_ev is counted to, minus the lowest T or H "
                      + "site of the side.",
              nullable = true)
          @TableColumn(
              name = "percolation_2d_above_lowest_std_ev",
              unit = "eV",
              meaning =
                  "Standard deviation of percolation_2d_above_lowest_ev over the members of "
                      + "the ensemble; null with one member or where it is null.",
              nullable = true)
          Ranks sideLowest) {

    private static final Ranks NEVER = new Ranks(null, null);

    /** Replaces missing barriers, where the ion can never travel, by columns that are all null. */
    public PercolationColumns {
      ownLowest = ownLowest == null ? NEVER : ownLowest;
      sideLowest = sideLowest == null ? NEVER : sideLowest;
    }
  }

  /** The columns that follow from the energies of the side. */
  public record EnergyColumns(
      AdsorptionColumns adsorption,
      @TableColumn(
              name = "lowest_barrier_path",
              meaning =
                  "Id of the path with the lowest barrier; of equal ones the first; null without"
                      + " energies.",
              nullable = true)
          @TableColumn(
              name = "lowest_barrier_ev",
              unit = "eV",
              meaning = "Lowest forward or reverse barrier of all paths; null without energies.",
              nullable = true)
          @TableColumn(
              name = "lowest_barrier_std_ev",
              unit = "eV",
              meaning =
                  "Standard deviation of lowest_barrier_ev over the members of the "
                      + "ensemble; null with one member.",
              nullable = true)
          LowestBarrier lowestBarrier,
      PercolationColumns percolation,
      @TableColumn(
              name = "hopping_rate_per_s",
              unit = "1/s",
              meaning =
                  "Estimated rate of hops over the 2D percolation barrier; null unless "
                      + "asked for.",
              nullable = true)
          @TableColumn(
              name = "hopping_rate_std_per_s",
              unit = "1/s",
              meaning =
                  "Standard deviation of hopping_rate_per_s over the members of the "
                      + "ensemble; null with one member or where it is null.",
              nullable = true)
          @TableColumn(
              name = "diffusivity_cm2_per_s",
              unit = "cm^2/s",
              meaning = "Estimated diffusivity over the surface; null unless asked for.",
              nullable = true)
          @TableColumn(
              name = "diffusivity_std_cm2_per_s",
              unit = "cm^2/s",
              meaning =
                  "Standard deviation of diffusivity_cm2_per_s over the members of the "
                      + "ensemble; null with one member or where it is null.",
              nullable = true)
          PredictedDiffusion diffusion) {
    /** Replaces missing barriers, where the ion can never travel, by columns that are all null. */
    public EnergyColumns {
      percolation = percolation == null ? new PercolationColumns(null, null) : percolation;
    }

    private static EnergyColumns of(SurfaceResult result) {
      if (!result.hasEnergies()) {
        return new EnergyColumns(new AdsorptionColumns(0, null, null, null), null, null, null);
      }
      Adsorption adsorption = result.adsorption();
      PredictedPercolation percolation = result.barriers().percolation();
      return new EnergyColumns(
          new AdsorptionColumns(
              result.members(), adsorption.siteId(), adsorption.lowestEv(), adsorption.byKind()),
          result.barriers().lowest(),
          new PercolationColumns(percolation.ownLowest(), percolation.sideLowest()),
          result.diffusion());
    }
  }

  /** The columns of the slab's structure, as OPTIMADE 1.2 defines them. */
  public record StructureColumns(
      ElementColumns elements, FormulaColumns formula, CellColumns cell) {
    private static StructureColumns of(CrystalStructure structure) {
      ElementCounts counts = structure.elementCounts();
      return new StructureColumns(
          ElementColumns.of(counts), FormulaColumns.of(counts), CellColumns.of(structure));
    }
  }

  static MaterialRow of(
      MaterialDescription material,
      SurfaceResult result,
      LevelColumns levels,
      Remarks remarks,
      List<String> reasons) {
    return new MaterialRow(
        material.surface(result.graph()),
        HostColumns.of(material),
        SiteCounts.of(result.graph()),
        EnergyColumns.of(result),
        remarks,
        StructureColumns.of(material.structure()),
        levels,
        DoubtColumns.of(result, reasons));
  }

  /** Returns the id of the material. */
  public String materialId() {
    return surface.materialId();
  }

  /** Tells whether energies were predicted. If not, the flags say why. */
  public boolean hasEnergies() {
    return energies.adsorption().members() > 0;
  }

  /** Returns the side of the slab, top or bottom. */
  public String side() {
    return surface.side();
  }

  /**
   * Returns the percolation barrier in one direction in eV, or null if the ion can never travel so.
   */
  public Double percolation1dEv() {
    return value(energies.percolation().ownLowest().along1dEv());
  }

  /**
   * Returns the standard deviation of the 1D barrier over the members in eV. It is null with one
   * member and where there is no barrier.
   */
  public Double percolation1dStdEv() {
    return std(energies.percolation().ownLowest().along1dEv());
  }

  /**
   * Returns the percolation barrier over the whole surface in eV, or null if the ion can never
   * travel so.
   */
  public Double percolation2dEv() {
    return value(energies.percolation().ownLowest().across2dEv());
  }

  /**
   * Returns the standard deviation of the 2D barrier over the members in eV. It is null with one
   * member and where there is no barrier.
   */
  public Double percolation2dStdEv() {
    return std(energies.percolation().ownLowest().across2dEv());
  }

  /** Returns the interval of the 2D barrier, or null if the model tells none. */
  public Interval percolation2dInterval() {
    return doubt == null || doubt.barriers() == null ? null : doubt.barriers().across2dEv();
  }

  /** Returns the interval of the 1D barrier, or null if the model tells none. */
  public Interval percolation1dInterval() {
    return doubt == null || doubt.barriers() == null ? null : doubt.barriers().along1dEv();
  }

  private static Double value(Predicted barrier) {
    return barrier == null ? null : Double.valueOf(barrier.value());
  }

  private static Double std(Predicted barrier) {
    return barrier == null ? null : barrier.std();
  }
}
