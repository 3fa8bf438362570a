package io.github.epdi.tables;

import io.github.epdi.pes.PathResult;
import io.github.epdi.pes.Predicted;
import io.github.epdi.pes.PredictedCurve;
import io.github.epdi.structure.DiffusionPath;
import io.github.epdi.structure.SiteKind;
import io.github.epdi.structure.SurfaceGraph;
import io.github.epdi.tables.encoding.SharedColumns;
import io.github.epdi.tables.encoding.SurfaceKey;
import io.github.epdi.tables.encoding.TableColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One path T-B-H-B'-T', which is the first of its symmetry orbit. It is a row of {@link
 * BarriersTable}.
 *
 * @param extra further points along the path; null unless asked for
 * @param transitionStateEv highest energy of the path, eV; null in rows of version 1
 */
public record BarrierRow(
    @TableColumn(
            name = SharedColumns.MATERIAL_ID,
            meaning = "Material that the grid is of.",
            key = true)
        @TableColumn(
            name = SharedColumns.SIDE,
            meaning = "Side of the slab: top or bottom.",
            key = true)
        SurfaceKey surface,
    PathColumns path,
    @TableColumn(
            name = "positions_angstrom",
            unit = "angstrom",
            meaning = "Cumulative lateral distance at T, B, H, B', T'.")
        @TableColumn(
            name = "energies_ev",
            unit = "eV",
            meaning = "Predicted binding energies at these five positions.")
        @TableColumn(
            name = "energies_std_ev",
            unit = "eV",
            meaning =
                "Standard deviations of energies_ev over the members of the ensemble; "
                    + "null with one member.",
            nullable = true)
        PredictedCurve curve,
    BarrierColumns barriers,
    @TableColumn(
            name = "extra_positions_angstrom",
            unit = "angstrom",
            meaning = "Further positions along the path; null unless asked for.",
            nullable = true)
        @TableColumn(
            name = "extra_energies_ev",
            unit = "eV",
            meaning =
                "Predicted binding energies at the further positions, an extrapolation of "
                    + "the training data; no barrier uses them.",
            nullable = true)
        @TableColumn(
            name = "extra_energies_std_ev",
            unit = "eV",
            meaning =
                "Standard deviations of extra_energies_ev over the members of the "
                    + "ensemble; null with one member.",
            nullable = true)
        PredictedCurve extra,
    @TableColumn(
            name = "flags",
            meaning = "Remarks in alphabetical order; empty if there are none.")
        List<String> flags,
    @TableColumn(
            name = "ts_energy_ev",
            emmetName = "ts_energy",
            unit = "eV",
            meaning = "Highest energy of the path: that of its transition state.",
            nullable = true,
            since = 2)
        @TableColumn(
            name = "ts_energy_std_ev",
            unit = "eV",
            meaning =
                "Standard deviation of ts_energy_ev over the members of the ensemble; null with one"
                    + " member.",
            nullable = true,
            since = 2)
        Predicted transitionStateEv,
    @TableColumn(
            name = "energies_low_ev",
            unit = "eV",
            meaning =
                "Lower ends of the intervals that hold the calculated energies in 80 % of"
                    + " unseen materials, in the order of energies_ev; null if the model tells none.",
            nullable = true,
            since = 4)
        @TableColumn(
            name = "energies_high_ev",
            unit = "eV",
            meaning = "Upper ends of these intervals; null if the model tells none.",
            nullable = true,
            since = 4)
        @TableColumn(
            name = "forward_barrier_low_ev",
            unit = "eV",
            meaning =
                "Lower end of the interval that holds the calculated barrier in 80 % of unseen"
                    + " materials; null if the model tells none.",
            nullable = true,
            since = 4)
        @TableColumn(
            name = "forward_barrier_high_ev",
            unit = "eV",
            meaning = "Upper end of that interval; null if the model tells none.",
            nullable = true,
            since = 4)
        @TableColumn(
            name = "reverse_barrier_low_ev",
            unit = "eV",
            meaning =
                "Lower end of the interval that holds the calculated barrier in 80 % of unseen"
                    + " materials; null if the model tells none.",
            nullable = true,
            since = 4)
        @TableColumn(
            name = "reverse_barrier_high_ev",
            unit = "eV",
            meaning = "Upper end of that interval; null if the model tells none.",
            nullable = true,
            since = 4)
        PathResult.Intervals intervals) {
  /** The flag of paths that carry further points. */
  static final String EXTRA_POINTS_EXTRAPOLATED = "extra_points_extrapolated";

  /** The columns that say which path it is. */
  public record PathColumns(
      @TableColumn(
              name = BarriersTable.PATH_ID,
              meaning = "Id of the path within its side, from start to end: B0-H1-B5.",
              key = true)
          String pathId,
      @TableColumn(name = "start_site", meaning = "Id of the T site that it starts from.")
          @TableColumn(
              name = "start_hop",
              meaning = "Id of the hop from start_site to middle_site.")
          @TableColumn(name = "middle_site", meaning = "Id of the H site in the middle.")
          @TableColumn(name = "end_hop", meaning = "Id of the hop from middle_site to end_site.")
          @TableColumn(name = "end_site", meaning = "Id of the T site that it ends at.")
          PathSites sites,
      @TableColumn(
              name = "multiplicity",
              meaning =
                  "Number of symmetry-equivalent paths, itself included; reversed ones "
                      + "count as equivalent.")
          int multiplicity) {

    private static PathColumns of(DiffusionPath path) {
      return new PathColumns(
          path.id(),
          new PathSites(
              SiteKind.T.name() + path.startTop(),
              SiteKind.B.name() + path.startHop(),
              SiteKind.H.name() + path.hollow(),
              SiteKind.B.name() + path.endHop(),
              SiteKind.T.name() + path.endTop()),
          path.multiplicity());
    }
  }

  /**
   * The ids of the five points of a path, in their order.
   *
   * @param start T site that it starts from
   * @param startHop hop from there to the middle
   * @param middle H site in the middle
   * @param endHop hop from the end to the middle
   * @param end T site that it ends at
   */
  public record PathSites(String start, String startHop, String middle, String endHop, String end) {
    /** Refuses points that are not a T, a B, an H, a B and a T. */
    public PathSites {
      String kinds =
          Stream.of(start, startHop, middle, endHop, end)
              .map(id -> id.substring(0, 1))
              .collect(Collectors.joining());
      if (!kinds.equals("TBHBT")) {
        throw new IllegalArgumentException(
            "Cannot make the row of a path: expected points of the kinds TBHBT, found " + kinds);
      }
    }
  }

  /**
   * The columns of barriers and reaction energy, which follow from the energies of the path's five
   * points.
   */
  public record BarrierColumns(
      @TableColumn(
              name = "forward_barrier_ev",
              emmetName = "forward_barrier",
              unit = "eV",
              meaning = "Highest energy of the path minus that of its start.")
          @TableColumn(
              name = "forward_barrier_std_ev",
              unit = "eV",
              meaning =
                  "Standard deviation of forward_barrier_ev over the members of the "
                      + "ensemble; null with one member.",
              nullable = true)
          Predicted forwardEv,
      @TableColumn(
              name = "reverse_barrier_ev",
              emmetName = "reverse_barrier",
              unit = "eV",
              meaning = "Highest energy of the path minus that of its end.")
          @TableColumn(
              name = "reverse_barrier_std_ev",
              unit = "eV",
              meaning =
                  "Standard deviation of reverse_barrier_ev over the members of the "
                      + "ensemble; null with one member.",
              nullable = true)
          Predicted reverseEv,
      @TableColumn(
              name = "reaction_energy_ev",
              unit = "eV",
              meaning = "Energy of the end minus that of the start.")
          @TableColumn(
              name = "reaction_energy_std_ev",
              unit = "eV",
              meaning =
                  "Standard deviation of reaction_energy_ev over the members of the "
                      + "ensemble; null with one member.",
              nullable = true)
          Predicted reactionEv) {}

  static BarrierRow of(
      MaterialDescription material, SurfaceGraph graph, PathResult result, List<String> doubts) {
    PathResult.Barriers barriers = result.barriers();
    return new BarrierRow(
        material.surface(graph),
        PathColumns.of(result.path()),
        result.curve(),
        new BarrierColumns(barriers.forwardEv(), barriers.reverseEv(), barriers.reactionEv()),
        result.extra(),
        flags(result, doubts),
        barriers.transitionStateEv(),
        result.intervals());
  }

  private static List<String> flags(PathResult result, List<String> doubts) {
    List<String> flags = new ArrayList<>(doubts);
    if (result.extra() != null) {
      flags.add(EXTRA_POINTS_EXTRAPOLATED);
    }
    if (result.saddleBelowSite()) {
      flags.add(HopRow.SADDLE_BELOW_SITE);
    }
    return flags.stream().sorted().toList();
  }

  /** Returns the id of the material. */
  public String materialId() {
    return surface.materialId();
  }

  /** Returns the side of the slab, top or bottom. */
  public String side() {
    return surface.side();
  }

  /** Tells whether the energies have intervals. */
  public boolean hasEnergyIntervals() {
    return intervals != null && intervals.lowsEv() != null;
  }

  /** Returns the id of the path within its side. */
  public String pathId() {
    return path.pathId();
  }
}
