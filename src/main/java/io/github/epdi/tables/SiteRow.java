package io.github.epdi.tables;

import io.github.epdi.pes.Interval;
import io.github.epdi.pes.Predicted;
import io.github.epdi.pes.SiteResult;
import io.github.epdi.structure.AdsorptionSite;
import io.github.epdi.structure.SurfaceGraph;
import io.github.epdi.tables.encoding.SharedColumns;
import io.github.epdi.tables.encoding.SurfaceKey;
import io.github.epdi.tables.encoding.TableColumn;
import java.util.List;

/** One T or H site, which is a row of {@link SitesTable}. */
public record SiteRow(
    @TableColumn(
            name = SharedColumns.MATERIAL_ID,
            meaning = "Material that the grid is of.",
            key = true)
        @TableColumn(
            name = SharedColumns.SIDE,
            meaning = "Side of the slab: top or bottom.",
            key = true)
        SurfaceKey surface,
    SiteName name,
    @TableColumn(
            name = "u",
            meaning = "Lateral fractional coordinate of the site along a, in [0, 1).")
        @TableColumn(
            name = "v",
            meaning = "Lateral fractional coordinate of the site along b, in [0, 1).")
        @TableColumn(
            name = "x_angstrom",
            unit = "angstrom",
            meaning = "Cartesian coordinate of the site along a.")
        @TableColumn(
            name = "y_angstrom",
            unit = "angstrom",
            meaning = "Cartesian coordinate of the site along n x a, n being the outward normal.")
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
                "Number of its orbit of symmetry-equivalent sites; orbits are counted from 0 over "
                    + "the T, then H, then B sites of a side.")
        @TableColumn(
            name = "representative",
            meaning = "Id of the first of the symmetry-equivalent sites, perhaps its own.")
        @TableColumn(
            name = "multiplicity",
            meaning = "Number of symmetry-equivalent sites, itself included.")
        SiteOrbit orbit,
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
            meaning = "Predicted binding energy of the ion at the site; negative means bound.")
        @TableColumn(
            name = "binding_energy_std_ev",
            unit = "eV",
            meaning =
                "Standard deviation of binding_energy_ev over the members of the "
                    + "ensemble; null with one member.",
            nullable = true)
        Predicted bindingEnergyEv,
    @TableColumn(
            name = "flags",
            meaning = "Remarks in alphabetical order; empty if there are none.")
        List<String> flags,
    @TableColumn(
            name = "binding_energy_low_ev",
            unit = "eV",
            meaning =
                "Lower end of the interval that holds the calculated energy in 80 % of unseen"
                    + " materials; null if the model tells none.",
            nullable = true,
            since = 4)
        @TableColumn(
            name = "binding_energy_high_ev",
            unit = "eV",
            meaning = "Upper end of that interval; null if the model tells none.",
            nullable = true,
            since = 4)
        Interval bindingEnergyIntervalEv) {
  /** The columns that say which site it is. */
  public record SiteName(
      @TableColumn(
              name = SharedColumns.SITE_ID,
              meaning = "Id of the site within its side: T0, H3.",
              key = true)
          String siteId,
      @TableColumn(name = "kind", meaning = "T (above a metal) or H (hollow).") String kind,
      @TableColumn(name = "number", meaning = "Number within its kind, from 0.") int number) {}

  static SiteRow of(
      MaterialDescription material, SurfaceGraph graph, SiteResult result, List<String> flags) {
    AdsorptionSite site = result.site();
    return new SiteRow(
        material.surface(graph),
        new SiteName(site.id(), site.kind().name(), site.number()),
        SitePlace.of(material, graph.side(), site),
        SiteOrbit.of(result),
        result.meanLocalPotentialEv(),
        result.bindingEnergyEv(),
        flags,
        result.intervalEv());
  }

  /** Returns the id of the material. */
  public String materialId() {
    return surface.materialId();
  }

  /** Returns the side of the slab, top or bottom. */
  public String side() {
    return surface.side();
  }

  /** Returns the id of the site within its side. */
  public String siteId() {
    return name.siteId();
  }
}
