package io.github.epdi.tables;

import io.github.epdi.tables.columns.SharedColumns;
import io.github.epdi.tables.columns.TableColumn;
import java.util.List;

/** One hop over a bridge: a row of {@link HopsTable}. */
public record HopRow(
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
            name = HopsTable.HOP_ID,
            meaning = "Id of the hop and of its bridge within its side: B4.",
            key = true)
        String hopId,
    @TableColumn(name = "number", meaning = "Number of the hop, from 0.") int number,
    @TableColumn(
            name = "site_a",
            meaning = "Id of the T site that it starts from, in the home cell.")
        String siteA,
    @TableColumn(name = "site_b", meaning = "Id of the H site that it leads to, in cell (du, dv).")
        String siteB,
    @TableColumn(name = "du", meaning = "Cell of site_b along a.") int du,
    @TableColumn(name = "dv", meaning = "Cell of site_b along b.") int dv,
    @TableColumn(
            name = "u",
            meaning = "Lateral fractional coordinate of the bridge along a, in [0, 1).")
        double u,
    @TableColumn(
            name = "v",
            meaning = "Lateral fractional coordinate of the bridge along b, in [0, 1).")
        double v,
    @TableColumn(
            name = "x_angstrom",
            unit = "angstrom",
            meaning = "Cartesian coordinate of the bridge along a.")
        double xAngstrom,
    @TableColumn(
            name = "y_angstrom",
            unit = "angstrom",
            meaning = "Cartesian coordinate of the bridge along n x a, n being the outward normal.")
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
                "Number of its orbit of symmetry-equivalent bridges; orbits are counted from 0 over"
                    + " the T, then H, then B sites of a side.")
        int symmetryClass,
    @TableColumn(
            name = "representative",
            meaning = "Id of the first of the symmetry-equivalent bridges, perhaps its own.")
        String representative,
    @TableColumn(
            name = "multiplicity",
            meaning = "Number of symmetry-equivalent bridges, itself included.")
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
            meaning = "Predicted binding energy of the ion at the bridge; negative means bound.")
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
            name = "site_a_binding_energy_ev",
            unit = "eV",
            meaning = "Predicted binding energy of the ion at site_a.")
        double siteABindingEnergyEv,
    @TableColumn(
            name = "site_a_binding_energy_std_ev",
            unit = "eV",
            meaning =
                "Standard deviation of site_a_binding_energy_ev over the members of the "
                    + "ensemble; null with one member.",
            nullable = true)
        Double siteABindingEnergyStdEv,
    @TableColumn(
            name = "site_b_binding_energy_ev",
            unit = "eV",
            meaning = "Predicted binding energy of the ion at site_b.")
        double siteBBindingEnergyEv,
    @TableColumn(
            name = "site_b_binding_energy_std_ev",
            unit = "eV",
            meaning =
                "Standard deviation of site_b_binding_energy_ev over the members of the "
                    + "ensemble; null with one member.",
            nullable = true)
        Double siteBBindingEnergyStdEv,
    @TableColumn(
            name = "hop_energy_ev",
            unit = "eV",
            meaning = "Highest of the binding energies at the bridge, site_a and site_b.")
        double hopEnergyEv,
    @TableColumn(
            name = "hop_energy_std_ev",
            unit = "eV",
            meaning =
                "Standard deviation of hop_energy_ev over the members of the ensemble; "
                    + "null with one member.",
            nullable = true)
        Double hopEnergyStdEv,
    @TableColumn(
            name = "forward_barrier_ev",
            unit = "eV",
            meaning = "Hop energy minus the binding energy at site_a.")
        double forwardBarrierEv,
    @TableColumn(
            name = "forward_barrier_std_ev",
            unit = "eV",
            meaning =
                "Standard deviation of forward_barrier_ev over the members of the "
                    + "ensemble; null with one member.",
            nullable = true)
        Double forwardBarrierStdEv,
    @TableColumn(
            name = "reverse_barrier_ev",
            unit = "eV",
            meaning = "Hop energy minus the binding energy at site_b.")
        double reverseBarrierEv,
    @TableColumn(
            name = "reverse_barrier_std_ev",
            unit = "eV",
            meaning =
                "Standard deviation of reverse_barrier_ev over the members of the "
                    + "ensemble; null with one member.",
            nullable = true)
        Double reverseBarrierStdEv,
    @TableColumn(
            name = "saddle_below_site",
            meaning = "Whether the bridge lies below one of its two sites.")
        boolean saddleBelowSite,
    @TableColumn(
            name = "flags",
            meaning = "Remarks in alphabetical order; empty if there are none.")
        List<String> flags) {}
