package io.github.epdi.tables;

import io.github.epdi.pes.HopResult;
import io.github.epdi.pes.Interval;
import io.github.epdi.pes.Predicted;
import io.github.epdi.pes.SiteResult;
import io.github.epdi.structure.Hop;
import io.github.epdi.structure.SiteKind;
import io.github.epdi.structure.SurfaceGraph;
import io.github.epdi.tables.encoding.SharedColumns;
import io.github.epdi.tables.encoding.SurfaceKey;
import io.github.epdi.tables.encoding.TableColumn;
import java.util.ArrayList;
import java.util.List;

/**
 * One hop over a bridge, which is a row of {@link HopsTable}.
 *
 * @param intervals intervals of energy and barriers; null where the model tells none
 */
public record HopRow(
    @TableColumn(
            name = SharedColumns.MATERIAL_ID,
            meaning = "Material that the grid is of.",
            key = true)
        @TableColumn(
            name = SharedColumns.SIDE,
            meaning = "Side of the slab: top or bottom.",
            key = true)
        SurfaceKey surface,
    HopRoute route,
    @TableColumn(
            name = "u",
            meaning = "Lateral fractional coordinate of the bridge along a, in [0, 1).")
        @TableColumn(
            name = "v",
            meaning = "Lateral fractional coordinate of the bridge along b, in [0, 1).")
        @TableColumn(
            name = "x_angstrom",
            unit = "angstrom",
            meaning = "Cartesian coordinate of the bridge along a.")
        @TableColumn(
            name = "y_angstrom",
            unit = "angstrom",
            meaning = "Cartesian coordinate of the bridge along n x a, n being the outward normal.")
        @TableColumn(
            name = "anchor_angstrom",
            unit = "angstrom",
            meaning =
                "Mean coordinate of its own chalcogens along the outward normal, from the "
                    + "cell's origin.")
        SitePlace place,
    @TableColumn(
            name = "symmetry_class",
            meaning =
                "Number of its orbit of symmetry-equivalent bridges; orbits are counted from 0 over"
                    + " the T, then H, then B sites of a side.")
        @TableColumn(
            name = "representative",
            meaning = "Id of the first of the symmetry-equivalent bridges, perhaps its own.")
        @TableColumn(
            name = "multiplicity",
            meaning = "Number of symmetry-equivalent bridges, itself included.")
        SiteOrbit orbit,
    EnergyColumns energies,
    @TableColumn(
            name = "saddle_below_site",
            meaning = "Whether the bridge lies below one of its two sites.")
        boolean saddleBelowSite,
    @TableColumn(
            name = "flags",
            meaning = "Remarks in alphabetical order; empty if there are none.")
        List<String> flags,
    IntervalColumns intervals) {
  /** The flag of hops and paths with a bridge below one of its sites, so that it is no saddle. */
  static final String SADDLE_BELOW_SITE = "saddle_below_site";

  /** The columns that say which hop it is and which sites it joins. */
  public record HopRoute(
      @TableColumn(
              name = HopsTable.HOP_ID,
              meaning = "Id of the hop and of its bridge within its side: B4.",
              key = true)
          String hopId,
      @TableColumn(name = "number", meaning = "Number of the hop, from 0.") int number,
      @TableColumn(
              name = "site_a",
              meaning = "Id of the T site that it starts from, in the home cell.")
          String siteA,
      @TableColumn(
              name = "site_b",
              meaning = "Id of the H site that it leads to, in cell (du, dv).")
          String siteB,
      @TableColumn(name = "du", meaning = "Cell of site_b along a.") int du,
      @TableColumn(name = "dv", meaning = "Cell of site_b along b.") int dv) {

    /** Refuses ends that are not a T and an H site. */
    public HopRoute {
      if (!siteA.startsWith(SiteKind.T.name()) || !siteB.startsWith(SiteKind.H.name())) {
        throw new IllegalArgumentException(
            "Cannot make the row of hop "
                + hopId
                + ": expected a T and an H site, found "
                + siteA
                + " and "
                + siteB);
      }
    }

    private static HopRoute of(Hop hop) {
      return new HopRoute(
          hop.id(),
          hop.number(),
          SiteKind.T.name() + hop.top(),
          SiteKind.H.name() + hop.hollow(),
          hop.du(),
          hop.dv());
    }
  }

  /**
   * The columns of the energies at the bridge and of the hop over it.
   *
   * @param bridgeEv binding energy at the bridge
   */
  public record EnergyColumns(
      @TableColumn(
              name = "mean_local_potential_ev",
              unit = "eV",
              meaning =
                  "Mean electron potential energy over a disc above it, relative to the "
                      + "vacuum level.")
          double meanLocalPotentialEv,
      @TableColumn(
              name = "binding_energy_ev",
              unit = "eV",
              meaning = "Predicted binding energy of the ion at the bridge; negative means bound.")
          @TableColumn(
              name = "binding_energy_std_ev",
              unit = "eV",
              meaning =
                  "Standard deviation of binding_energy_ev over the members of the "
                      + "ensemble; null with one member.",
              nullable = true)
          Predicted bridgeEv,
      @TableColumn(
              name = "site_a_binding_energy_ev",
              unit = "eV",
              meaning = "Predicted binding energy of the ion at site_a.")
          @TableColumn(
              name = "site_a_binding_energy_std_ev",
              unit = "eV",
              meaning =
                  "Standard deviation of site_a_binding_energy_ev over the members of the "
                      + "ensemble; null with one member.",
              nullable = true)
          @TableColumn(
              name = "site_b_binding_energy_ev",
              unit = "eV",
              meaning = "Predicted binding energy of the ion at site_b.")
          @TableColumn(
              name = "site_b_binding_energy_std_ev",
              unit = "eV",
              meaning =
                  "Standard deviation of site_b_binding_energy_ev over the members of the "
                      + "ensemble; null with one member.",
              nullable = true)
          HopResult.Ends ends,
      @TableColumn(
              name = "hop_energy_ev",
              unit = "eV",
              meaning = "Highest of the binding energies at the bridge, site_a and site_b.")
          @TableColumn(
              name = "hop_energy_std_ev",
              unit = "eV",
              meaning =
                  "Standard deviation of hop_energy_ev over the members of the ensemble; "
                      + "null with one member.",
              nullable = true)
          @TableColumn(
              name = "forward_barrier_ev",
              unit = "eV",
              meaning = "Hop energy minus the binding energy at site_a.")
          @TableColumn(
              name = "forward_barrier_std_ev",
              unit = "eV",
              meaning =
                  "Standard deviation of forward_barrier_ev over the members of the "
                      + "ensemble; null with one member.",
              nullable = true)
          @TableColumn(
              name = "reverse_barrier_ev",
              unit = "eV",
              meaning = "Hop energy minus the binding energy at site_b.")
          @TableColumn(
              name = "reverse_barrier_std_ev",
              unit = "eV",
              meaning =
                  "Standard deviation of reverse_barrier_ev over the members of the "
                      + "ensemble; null with one member.",
              nullable = true)
          HopResult.Barriers barriers) {}

  /** The columns of intervals. */
  public record IntervalColumns(
      @TableColumn(
              name = "binding_energy_low_ev",
              unit = "eV",
              meaning =
                  "Lower end of the interval that holds the calculated energy at the bridge in"
                      + " 80 % of unseen materials; null if the model tells none.",
              nullable = true,
              since = 4)
          @TableColumn(
              name = "binding_energy_high_ev",
              unit = "eV",
              meaning = "Upper end of that interval; null if the model tells none.",
              nullable = true,
              since = 4)
          Interval bridgeEv,
      @TableColumn(
              name = "forward_barrier_low_ev",
              unit = "eV",
              meaning =
                  "Lower end of the interval that holds the calculated barrier from site_a in"
                      + " 80 % of unseen materials; null if the model tells none.",
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
                  "Lower end of the interval that holds the calculated barrier from site_b in"
                      + " 80 % of unseen materials; null if the model tells none.",
              nullable = true,
              since = 4)
          @TableColumn(
              name = "reverse_barrier_high_ev",
              unit = "eV",
              meaning = "Upper end of that interval; null if the model tells none.",
              nullable = true,
              since = 4)
          HopResult.Intervals barriers) {
    private static IntervalColumns of(Interval bridge, HopResult.Intervals barriers) {
      return bridge == null && barriers == null ? null : new IntervalColumns(bridge, barriers);
    }
  }

  static HopRow of(
      MaterialDescription material, SurfaceGraph graph, HopResult result, List<String> doubts) {
    SiteResult bridge = result.bridge();
    List<String> flags = new ArrayList<>(doubts);
    if (result.saddleBelowSite()) {
      flags.add(SADDLE_BELOW_SITE);
    }
    return new HopRow(
        material.surface(graph),
        HopRoute.of(result.hop()),
        SitePlace.of(material, graph.side(), bridge.site()),
        SiteOrbit.of(bridge),
        new EnergyColumns(
            bridge.meanLocalPotentialEv(),
            bridge.bindingEnergyEv(),
            result.ends(),
            result.barriers()),
        result.saddleBelowSite(),
        flags.stream().sorted().toList(),
        IntervalColumns.of(bridge.intervalEv(), result.intervals()));
  }

  /** Returns the id of the material. */
  public String materialId() {
    return surface.materialId();
  }

  /** Returns the side of the slab, top or bottom. */
  public String side() {
    return surface.side();
  }

  /** Returns the id of the hop and of its bridge within its side. */
  public String hopId() {
    return route.hopId();
  }
}
