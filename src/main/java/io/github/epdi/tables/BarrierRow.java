package io.github.epdi.tables;

import io.github.epdi.tables.columns.SharedColumns;
import io.github.epdi.tables.columns.TableColumn;
import java.util.List;

/** One path T-B-H-B'-T', first of its symmetry orbit: a row of {@link BarriersTable}. */
public record BarrierRow(
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
            name = BarriersTable.PATH_ID,
            meaning = "Id of the path within its side, from start to end: B0-H1-B5.",
            key = true)
        String pathId,
    @TableColumn(name = "start_site", meaning = "Id of the T site that it starts from.")
        String startSite,
    @TableColumn(name = "start_hop", meaning = "Id of the hop from start_site to middle_site.")
        String startHop,
    @TableColumn(name = "middle_site", meaning = "Id of the H site in the middle.")
        String middleSite,
    @TableColumn(name = "end_hop", meaning = "Id of the hop from middle_site to end_site.")
        String endHop,
    @TableColumn(name = "end_site", meaning = "Id of the T site that it ends at.") String endSite,
    @TableColumn(
            name = "multiplicity",
            meaning =
                "Number of symmetry-equivalent paths, itself included; reversed ones "
                    + "count as equivalent.")
        int multiplicity,
    @TableColumn(
            name = "positions_angstrom",
            unit = "angstrom",
            meaning = "Cumulative lateral distance at T, B, H, B', T'.")
        List<Double> positionsAngstrom,
    @TableColumn(
            name = "energies_ev",
            unit = "eV",
            meaning = "Predicted binding energies at these five positions.")
        List<Double> energiesEv,
    @TableColumn(
            name = "energies_std_ev",
            unit = "eV",
            meaning =
                "Standard deviations of energies_ev over the members of the ensemble; "
                    + "null with one member.",
            nullable = true)
        List<Double> energiesStdEv,
    @TableColumn(
            name = "forward_barrier_ev",
            emmetName = "forward_barrier",
            unit = "eV",
            meaning = "Highest energy of the path minus that of its start.")
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
            emmetName = "reverse_barrier",
            unit = "eV",
            meaning = "Highest energy of the path minus that of its end.")
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
            name = "reaction_energy_ev",
            unit = "eV",
            meaning = "Energy of the end minus that of the start.")
        double reactionEnergyEv,
    @TableColumn(
            name = "reaction_energy_std_ev",
            unit = "eV",
            meaning =
                "Standard deviation of reaction_energy_ev over the members of the "
                    + "ensemble; null with one member.",
            nullable = true)
        Double reactionEnergyStdEv,
    @TableColumn(
            name = "extra_positions_angstrom",
            unit = "angstrom",
            meaning = "Further positions along the path; null unless asked for.",
            nullable = true)
        List<Double> extraPositionsAngstrom,
    @TableColumn(
            name = "extra_energies_ev",
            unit = "eV",
            meaning =
                "Predicted binding energies at the further positions, an extrapolation of "
                    + "the training data; no barrier uses them.",
            nullable = true)
        List<Double> extraEnergiesEv,
    @TableColumn(
            name = "extra_energies_std_ev",
            unit = "eV",
            meaning =
                "Standard deviations of extra_energies_ev over the members of the "
                    + "ensemble; null with one member.",
            nullable = true)
        List<Double> extraEnergiesStdEv,
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
        Double tsEnergyEv,
    @TableColumn(
            name = "ts_energy_std_ev",
            unit = "eV",
            meaning =
                "Standard deviation of ts_energy_ev over the members of the ensemble; null with one"
                    + " member.",
            nullable = true,
            since = 2)
        Double tsEnergyStdEv) {}
