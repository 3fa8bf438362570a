package io.github.epdi.tables;

import io.github.epdi.tables.columns.SharedColumns;
import io.github.epdi.tables.columns.TableColumn;
import java.util.List;

/** One T or H site: a row of {@link SitesTable}. */
public record SiteRow(
    @TableColumn(
            name = SharedColumns.MATERIAL_ID,
            meaning = "Material that the grid is of.",
            key = true)
        String materialId,
    @TableColumn(
            name = SharedColumns.SIDE,
            meaning = "Side of the slab: top or bottom.",
            key = true)
        String side,
    @TableColumn(
            name = SharedColumns.SITE_ID,
            meaning = "Id of the site within its side: T0, H3.",
            key = true)
        String siteId,
    @TableColumn(name = "kind", meaning = "T (above a metal) or H (hollow).") String kind,
    @TableColumn(name = "number", meaning = "Number within its kind, from 0.") int number,
    @TableColumn(
            name = "u",
            meaning = "Lateral fractional coordinate of the site along a, in [0, 1).")
        double u,
    @TableColumn(
            name = "v",
            meaning = "Lateral fractional coordinate of the site along b, in [0, 1).")
        double v,
    @TableColumn(
            name = "x_angstrom",
            unit = "angstrom",
            meaning = "Cartesian coordinate of the site along a.")
        double xAngstrom,
    @TableColumn(
            name = "y_angstrom",
            unit = "angstrom",
            meaning = "Cartesian coordinate of the site along n x a, n being the outward normal.")
        double yAngstrom,
    @TableColumn(
            name = "anchor_angstrom",
            unit = "angstrom",
            meaning =
                "Mean coordinate of its own chalcogens along the outward normal, from the "
                    + "cell's origin.")
        double anchorAngstrom,
    @TableColumn(
            name = "symmetry_class",
            meaning =
                "Number of its orbit of symmetry-equivalent sites; orbits are counted from 0 over "
                    + "the T, then H, then B sites of a side.")
        int symmetryClass,
    @TableColumn(
            name = "representative",
            meaning = "Id of the first of the symmetry-equivalent sites, perhaps its own.")
        String representative,
    @TableColumn(
            name = "multiplicity",
            meaning = "Number of symmetry-equivalent sites, itself included.")
        int multiplicity,
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
        double bindingEnergyEv,
    @TableColumn(
            name = "binding_energy_std_ev",
            unit = "eV",
            meaning =
                "Standard deviation of binding_energy_ev over the members of the "
                    + "ensemble; null with one member.",
            nullable = true)
        Double bindingEnergyStdEv,
    @TableColumn(
            name = "flags",
            meaning = "Remarks in alphabetical order; empty if there are none.")
        List<String> flags) {}
