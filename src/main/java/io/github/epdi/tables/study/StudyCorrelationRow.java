package io.github.epdi.tables.study;

import io.github.epdi.tables.encoding.TableColumn;

/**
 * The correlation of the mean local potential with the binding energy over some sites. It is a row
 * of {@link StudyTable#CORRELATIONS}.
 */
public record StudyCorrelationRow(
    @TableColumn(
            name = "material_id",
            meaning = "The material, or all of a host group.",
            key = true)
        String materialId,
    @TableColumn(name = "host_group", meaning = "IVB, VB or VIB.", key = true) String hostGroup,
    @TableColumn(name = "kind", meaning = "T, H or B.", key = true) String kind,
    @TableColumn(name = "materials", meaning = "Materials.") int materials,
    @TableColumn(name = "sites", meaning = "Symmetry-unique labelled sites.") int sites,
    @TableColumn(
            name = "pearson",
            meaning =
                "Pearson correlation of mean local potential (electron sign) and binding energy;"
                    + " null for fewer than three sites.",
            nullable = true)
        Double pearson,
    @TableColumn(name = "spearman", meaning = "Spearman correlation of the same.", nullable = true)
        Double spearman) {}
