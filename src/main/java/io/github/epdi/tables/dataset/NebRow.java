package io.github.epdi.tables.dataset;

import io.github.epdi.tables.encoding.SharedColumns;
import io.github.epdi.tables.encoding.SurfaceKey;
import io.github.epdi.tables.encoding.TableColumn;
import java.util.List;

/** One image of a nudged-elastic-band calculation, which is a row of {@link DatasetTable#NEB}. */
public record NebRow(
    @TableColumn(name = SharedColumns.MATERIAL_ID, meaning = "The material.", key = true)
        @TableColumn(
            name = SharedColumns.SIDE,
            meaning = "Side of the slab that the ion is on: top or bottom.",
            key = true)
        SurfaceKey surface,
    ImageColumns image,
    PositionColumns position,
    EnergyColumns energy,
    PathColumns path,
    IonColumns ion,
    SourceColumns source,
    ConvergenceColumns convergence) {
  /** The columns that say which image of which calculation it is. */
  public record ImageColumns(
      @TableColumn(
              name = "neb_id",
              meaning = "Folder of the calculation below the root.",
              key = true)
          String nebId,
      @TableColumn(name = "image", meaning = "Number of the image, from 0.", key = true)
          int number) {}

  /**
   * The columns that say how far the image has come.
   *
   * @param travelledAngstrom lateral distance over the images
   * @param alongPathAngstrom position of the image on the line through the sites of the path
   */
  public record PositionColumns(
      @TableColumn(
              name = "position_angstrom",
              unit = "angstrom",
              meaning = "Cumulative lateral distance of the ion from the first image on.")
          double travelledAngstrom,
      @TableColumn(
              name = "path_position_angstrom",
              unit = "angstrom",
              meaning =
                  "Where the image lies on the line through path_sites, from the first of them.")
          double alongPathAngstrom) {}

  /** The columns of the energy. */
  public record EnergyColumns(
      @TableColumn(
              name = "relative_energy_ev",
              unit = "eV",
              meaning = "Energy of the image minus that of the first.")
          double relativeEv,
      @TableColumn(name = "energy_ev", unit = "eV", meaning = "Energy of the image, E(slab + ion).")
          double totalEv) {}

  /** The columns of the slab's own path, and of the image's place on it. */
  public record PathColumns(
      @TableColumn(
              name = "place",
              meaning = "Id of the only site within 0.3 Angstrom laterally, otherwise between.")
          String place,
      @TableColumn(name = "hop_id", meaning = "The hop of the path that the image is on.")
          String hopId,
      @TableColumn(
              name = "hop_fraction",
              meaning = "How far along that hop it is: 0 at its T site, 1 at its H site.")
          double hopFraction,
      @TableColumn(
              name = "path_sites",
              meaning = "Sites that the path leads over, from its start: T0, B3, H1, ...")
          List<String> sites,
      @TableColumn(
              name = "path_positions_angstrom",
              unit = "angstrom",
              meaning = "Cumulative lateral distance at these sites.")
          List<Double> positionsAngstrom) {}

  /** The columns that say where the ion is. */
  public record IonColumns(
      @TableColumn(
              name = "frac_a",
              meaning = "Lateral fractional coordinate of the ion along a, in the slab's cell.")
          double fracA,
      @TableColumn(name = "frac_b", meaning = "The same along b.") double fracB,
      @TableColumn(
              name = "height_angstrom",
              unit = "angstrom",
              meaning = "Height above the mean of the side's chalcogens of the bare slab.")
          double heightAngstrom) {}

  /** The columns that say what the image was made from. */
  public record SourceColumns(
      @TableColumn(
              name = "elapsed_s",
              unit = "s",
              meaning = "Wall time that the image's output states; null where it states none.",
              nullable = true)
          Double elapsedSeconds,
      @TableColumn(name = "source_uri", meaning = "Folder of the image.") String sourceUri,
      @TableColumn(name = "grid_uri", meaning = "Potential grid of the bare slab.") String gridUri,
      @TableColumn(name = "grid_sha256", meaning = "SHA-256 of its stored bytes, hexadecimal.")
          String gridSha256,
      @TableColumn(name = "level_of_theory", meaning = "As read from the outputs.")
          TheoryValue theory,
      @TableColumn(name = "sources", meaning = "Every file that the row was made of.")
          List<SourceFileValue> sources) {}

  /**
   * The columns that say how much the energy still changed and what a user should know about it.
   */
  public record ConvergenceColumns(
      @TableColumn(
              name = "scf_last_change_ev",
              unit = "eV",
              meaning =
                  "Size of the change of the energy in the last step of the image's"
                      + " self-consistent field; null where none is printed.",
              nullable = true,
              since = 2)
          Double energyEv,
      @TableColumn(
              name = "flags",
              meaning = "Remarks in alphabetical order; empty if there are none.",
              nullable = true,
              since = 2)
          List<String> flags,
      @TableColumn(
              name = "remarks",
              meaning = "What the flags are about, in words, with what was found.",
              nullable = true,
              since = 2)
          List<String> remarks) {}

  /** Returns the id of the material. */
  public String materialId() {
    return surface.materialId();
  }

  /** Returns the side of the slab that the ion is on, top or bottom. */
  public String side() {
    return surface.side();
  }
}
