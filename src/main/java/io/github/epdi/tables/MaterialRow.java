package io.github.epdi.tables;

import io.github.epdi.tables.columns.SharedColumns;
import io.github.epdi.tables.columns.TableColumn;
import java.util.List;

/** One side of one material: a row of {@link MaterialsTable}. */
public record MaterialRow(
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
    @TableColumn(name = "formula", meaning = "Formula of the cell, metals first.") String formula,
    @TableColumn(name = "host", meaning = "Formula of the host, Janus hosts with both chalcogens.")
        String host,
    @TableColumn(
            name = "host_group",
            meaning = "IVB, VB or VIB; null for other host metals.",
            nullable = true)
        String hostGroup,
    @TableColumn(name = "phase", meaning = "2H, 1T or mixed, with a prime when distorted.")
        String phase,
    @TableColumn(name = "layers", meaning = "Number of metal-chalcogen layers.") int layers,
    @TableColumn(
            name = "dopants",
            meaning = "Metals and chalcogens that are not the host's, with their fraction.")
        List<DopantValue> dopants,
    @TableColumn(name = "top_sites", meaning = "Number of T sites.") int topSites,
    @TableColumn(name = "hollow_sites", meaning = "Number of H sites.") int hollowSites,
    @TableColumn(name = "bridge_sites", meaning = "Number of B sites.") int bridgeSites,
    @TableColumn(name = "unique_top_sites", meaning = "Number of symmetry-unique T sites.")
        int uniqueTopSites,
    @TableColumn(name = "unique_hollow_sites", meaning = "Number of symmetry-unique H sites.")
        int uniqueHollowSites,
    @TableColumn(name = "unique_bridge_sites", meaning = "Number of symmetry-unique B sites.")
        int uniqueBridgeSites,
    @TableColumn(name = "members", meaning = "Members of the ensemble that predicted.") int members,
    @TableColumn(
            name = "adsorption_site",
            meaning = "Id of the site with the lowest binding energy; of equal ones the first.")
        String adsorptionSite,
    @TableColumn(
            name = "adsorption_energy_ev",
            unit = "eV",
            meaning = "Lowest binding energy of all T and H sites.")
        double adsorptionEnergyEv,
    @TableColumn(
            name = "adsorption_energy_std_ev",
            unit = "eV",
            meaning =
                "Standard deviation of adsorption_energy_ev over the members of the "
                    + "ensemble; null with one member.",
            nullable = true)
        Double adsorptionEnergyStdEv,
    @TableColumn(
            name = "adsorption_energy_t_ev",
            unit = "eV",
            meaning = "Lowest binding energy of the T sites.")
        double adsorptionEnergyTEv,
    @TableColumn(
            name = "adsorption_energy_t_std_ev",
            unit = "eV",
            meaning =
                "Standard deviation of adsorption_energy_t_ev over the members of the "
                    + "ensemble; null with one member.",
            nullable = true)
        Double adsorptionEnergyTStdEv,
    @TableColumn(
            name = "adsorption_energy_h_ev",
            unit = "eV",
            meaning = "Lowest binding energy of the H sites.")
        double adsorptionEnergyHEv,
    @TableColumn(
            name = "adsorption_energy_h_std_ev",
            unit = "eV",
            meaning =
                "Standard deviation of adsorption_energy_h_ev over the members of the "
                    + "ensemble; null with one member.",
            nullable = true)
        Double adsorptionEnergyHStdEv,
    @TableColumn(
            name = "lowest_barrier_path",
            meaning = "Id of the path with the lowest barrier; of equal ones the first.")
        String lowestBarrierPath,
    @TableColumn(
            name = "lowest_barrier_ev",
            unit = "eV",
            meaning = "Lowest forward or reverse barrier of all paths.")
        double lowestBarrierEv,
    @TableColumn(
            name = "lowest_barrier_std_ev",
            unit = "eV",
            meaning =
                "Standard deviation of lowest_barrier_ev over the members of the "
                    + "ensemble; null with one member.",
            nullable = true)
        Double lowestBarrierStdEv,
    @TableColumn(
            name = MaterialsTable.PERCOLATION_1D_EV,
            unit = "eV",
            meaning =
                "Percolation barrier in one direction: lowest hop energy at which the ion "
                    + "can travel without end, minus the lowest site that it then visits; null "
                    + "if it never can.",
            nullable = true)
        Double percolation1dEv,
    @TableColumn(
            name = "percolation_1d_std_ev",
            unit = "eV",
            meaning =
                "Standard deviation of percolation_1d_ev over the members of the "
                    + "ensemble; null with one member or where it is null.",
            nullable = true)
        Double percolation1dStdEv,
    @TableColumn(
            name = MaterialsTable.PERCOLATION_2D_EV,
            unit = "eV",
            meaning =
                "Percolation barrier over the whole surface: lowest hop energy at which "
                    + "the ion can travel without end in two directions, minus the lowest site "
                    + "that it then visits; null if it never can.",
            nullable = true)
        Double percolation2dEv,
    @TableColumn(
            name = "percolation_2d_std_ev",
            unit = "eV",
            meaning =
                "Standard deviation of percolation_2d_ev over the members of the "
                    + "ensemble; null with one member or where it is null.",
            nullable = true)
        Double percolation2dStdEv,
    @TableColumn(
            name = "percolation_1d_above_lowest_ev",
            unit = "eV",
            meaning =
                "The energy that percolation_1d_ev is counted to, minus the lowest T or H "
                    + "site of the side.",
            nullable = true)
        Double percolation1dAboveLowestEv,
    @TableColumn(
            name = "percolation_1d_above_lowest_std_ev",
            unit = "eV",
            meaning =
                "Standard deviation of percolation_1d_above_lowest_ev over the members of "
                    + "the ensemble; null with one member or where it is null.",
            nullable = true)
        Double percolation1dAboveLowestStdEv,
    @TableColumn(
            name = "percolation_2d_above_lowest_ev",
            unit = "eV",
            meaning =
                "The energy that percolation_2d_ev is counted to, minus the lowest T or H "
                    + "site of the side.",
            nullable = true)
        Double percolation2dAboveLowestEv,
    @TableColumn(
            name = "percolation_2d_above_lowest_std_ev",
            unit = "eV",
            meaning =
                "Standard deviation of percolation_2d_above_lowest_ev over the members of "
                    + "the ensemble; null with one member or where it is null.",
            nullable = true)
        Double percolation2dAboveLowestStdEv,
    @TableColumn(
            name = "hopping_rate_per_s",
            unit = "1/s",
            meaning =
                "Estimated rate of hops over the 2D percolation barrier; null unless "
                    + "asked for.",
            nullable = true)
        Double hoppingRatePerSecond,
    @TableColumn(
            name = "hopping_rate_std_per_s",
            unit = "1/s",
            meaning =
                "Standard deviation of hopping_rate_per_s over the members of the "
                    + "ensemble; null with one member or where it is null.",
            nullable = true)
        Double hoppingRateStdPerSecond,
    @TableColumn(
            name = "diffusivity_cm2_per_s",
            unit = "cm^2/s",
            meaning = "Estimated diffusivity over the surface; null unless asked for.",
            nullable = true)
        Double diffusivityCm2PerSecond,
    @TableColumn(
            name = "diffusivity_std_cm2_per_s",
            unit = "cm^2/s",
            meaning =
                "Standard deviation of diffusivity_cm2_per_s over the members of the "
                    + "ensemble; null with one member or where it is null.",
            nullable = true)
        Double diffusivityStdCm2PerSecond,
    @TableColumn(
            name = "level_of_theory_mismatch",
            meaning =
                "What the grids' declared level of theory has otherwise than the model's "
                    + "labels: code, functional, ...; empty if nothing.")
        List<String> levelOfTheoryMismatch,
    @TableColumn(
            name = "flags",
            meaning = "Remarks in alphabetical order; empty if there are none.")
        List<String> flags,
    @TableColumn(
            name = "elements",
            meaning = "Symbols of the elements in the cell, in alphabetical order.",
            nullable = true,
            since = 2)
        List<String> elements,
    @TableColumn(name = "nelements", meaning = "Number of elements.", nullable = true, since = 2)
        Integer nelements,
    @TableColumn(
            name = "chemical_formula_reduced",
            meaning =
                "Elements in alphabetical order with the smallest whole numbers, 1 left out: MoS2.",
            nullable = true,
            since = 2)
        String chemicalFormulaReduced,
    @TableColumn(
            name = "chemical_formula_anonymous",
            meaning = "The reduced formula with A for the most frequent element, then B, C: A2B.",
            nullable = true,
            since = 2)
        String chemicalFormulaAnonymous,
    @TableColumn(
            name = "lattice_vectors",
            unit = "angstrom",
            meaning = "Cell vectors a, b, c, each x, y, z; c is not periodic.",
            nullable = true,
            since = 2)
        List<List<Double>> latticeVectors,
    @TableColumn(
            name = "dimension_types",
            meaning = "For a, b, c whether the structure is periodic along it: 1, 1, 0 for a slab.",
            nullable = true,
            since = 2)
        List<Integer> dimensionTypes,
    @TableColumn(
            name = "nperiodic_dimensions",
            meaning = "Number of periodic directions: 2 for a slab.",
            nullable = true,
            since = 2)
        Integer nperiodicDimensions,
    @TableColumn(
            name = "nsites",
            meaning = "Number of atoms in the cell.",
            nullable = true,
            since = 2)
        Integer nsites) {}
