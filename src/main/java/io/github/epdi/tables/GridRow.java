package io.github.epdi.tables;

import io.github.epdi.tables.columns.SharedColumns;
import io.github.epdi.tables.columns.TableColumn;
import java.util.List;

/** One screened grid: a row of {@link GridsTable}. */
public record GridRow(
    @TableColumn(
            name = GridResult.INPUT_URI,
            meaning = "File that the grid was read from.",
            key = true)
        String inputUri,
    @TableColumn(name = SharedColumns.MATERIAL_ID, meaning = "Material that the grid is of.")
        String materialId,
    @TableColumn(
            name = GridResult.IDENTITY,
            meaning =
                "Digest of all that determines the result: input, model, conventions, "
                    + "device, algorithm.")
        String identity,
    @TableColumn(name = "format", meaning = "Format that the content shows: vasp, cube or xsf.")
        String format,
    @TableColumn(name = "length_bytes", unit = "byte", meaning = "Stored length of the file.")
        long lengthBytes,
    @TableColumn(
            name = "modified_ms",
            unit = "ms",
            meaning = "Modification time of the file, milliseconds since 1970-01-01T00:00:00Z.")
        long modifiedMillis,
    @TableColumn(name = "bytes_read", unit = "byte", meaning = "Bytes read from storage.")
        long bytesRead,
    @TableColumn(
            name = "read_mode",
            meaning = "full, or planes if only the needed planes were read.")
        String readMode,
    @TableColumn(name = "dims", meaning = "Points along a, b, c.") List<Integer> dims,
    @TableColumn(name = "cell", unit = "angstrom", meaning = "Cell vectors a, b, c, each x, y, z.")
        List<List<Double>> cell,
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
    @TableColumn(name = "file_unit", meaning = "Unit of the file's values: eV, hartree or rydberg.")
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
            meaning = "How xc_included is known: checked, declared or not_applicable.")
        String xcCheck,
    @TableColumn(
            name = "cell_check",
            meaning =
                "verified, or unverified if no inner metal pair shows that points times "
                    + "voxel is the cell.")
        String cellCheck,
    @TableColumn(
            name = "value_min",
            unit = "file_unit",
            meaning =
                "Smallest value of the first block, in the file's unit and sign; null if "
                    + "it was not read whole.",
            nullable = true)
        Double valueMin,
    @TableColumn(
            name = "value_max",
            unit = "file_unit",
            meaning =
                "Largest value of the first block, in the file's unit and sign; null if "
                    + "it was not read whole.",
            nullable = true)
        Double valueMax,
    @TableColumn(
            name = "value_mean",
            unit = "file_unit",
            meaning =
                "Mean of the first block, in the file's unit and sign; null if it was not "
                    + "read whole.",
            nullable = true)
        Double valueMean,
    @TableColumn(
            name = "first_plane_mean",
            unit = "file_unit",
            meaning =
                "Mean over the first plane along c, in the file's unit and sign; null if "
                    + "it was not read.",
            nullable = true)
        Double firstPlaneMean,
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
        Double vacuumLevelTopEv,
    @TableColumn(
            name = "vacuum_flatness_top_ev",
            unit = "eV",
            meaning =
                "Largest minus smallest of the planar averages that give vacuum_level_top_ev.",
            nullable = true)
        Double vacuumFlatnessTopEv,
    @TableColumn(
            name = "vacuum_level_bottom_ev",
            unit = "eV",
            meaning =
                "Electron potential energy in the vacuum below the bottom side; null if "
                    + "that side was not asked for.",
            nullable = true)
        Double vacuumLevelBottomEv,
    @TableColumn(
            name = "vacuum_flatness_bottom_ev",
            unit = "eV",
            meaning =
                "Largest minus smallest of the planar averages that give "
                    + "vacuum_level_bottom_ev.",
            nullable = true)
        Double vacuumFlatnessBottomEv,
    @TableColumn(name = "unique_images", meaning = "Distinct images that were rendered.")
        int uniqueImages,
    @TableColumn(
            name = "network_evaluations",
            meaning = "Distinct images times members times averaged copies.")
        long networkEvaluations,
    @TableColumn(
            name = "clipped_fraction",
            meaning = "Mean fraction of the images' pixels that the colour range clips.")
        double clippedFraction,
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
            name = "elements_ratios",
            meaning = "Fraction of the atoms that each of elements has; they sum to one.",
            nullable = true,
            since = 2)
        List<Double> elementsRatios,
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
        Integer nsites,
    @TableColumn(
            name = "cartesian_site_positions",
            unit = "angstrom",
            meaning =
                "Position of each atom, x, y, z from the grid's first point, in the file's order.",
            nullable = true,
            since = 2)
        List<List<Double>> cartesianSitePositions,
    @TableColumn(
            name = "species_at_sites",
            meaning =
                "Symbol of the element of each atom, in the order of cartesian_site_positions.",
            nullable = true,
            since = 2)
        List<String> speciesAtSites) {}
