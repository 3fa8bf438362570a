package io.github.epdi.tables;

import io.github.epdi.tables.encoding.TableColumn;

/**
 * The columns of where a slab's electrons are relative to vacuum, seen from one side. All are null
 * where the model predicts from images alone.
 */
public record LevelColumns(
    @TableColumn(
            name = "electron_affinity_ev",
            unit = "eV",
            meaning =
                "Energy that the ion's electron gains in the slab: vacuum level of the side less"
                    + " the mean chemical potential while it is added; null if the model needs no"
                    + " electronic levels.",
            nullable = true,
            since = 3)
        Double electronAffinityEv,
    @TableColumn(
            name = "work_function_ev",
            unit = "eV",
            meaning =
                "Vacuum level of the side less the chemical potential of the slab's electrons; null"
                    + " if the model needs no electronic levels.",
            nullable = true,
            since = 3)
        Double workFunctionEv,
    @TableColumn(
            name = "gap_ev",
            unit = "eV",
            meaning =
                "Lowest level with room less the highest filled level, 0 in metals; null if no"
                    + " levels were read.",
            nullable = true,
            since = 3)
        Double gapEv) {}
