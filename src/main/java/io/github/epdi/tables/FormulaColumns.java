package io.github.epdi.tables;

import io.github.epdi.structure.ElementCounts;
import io.github.epdi.tables.encoding.TableColumn;

/** The columns of a formula, as OPTIMADE 1.2 defines them. */
public record FormulaColumns(
    @TableColumn(
            name = "chemical_formula_reduced",
            meaning =
                "Elements in alphabetical order with the smallest whole numbers, 1 left out: MoS2.",
            nullable = true,
            since = 2)
        String reduced,
    @TableColumn(
            name = "chemical_formula_anonymous",
            meaning = "The reduced formula with A for the most frequent element, then B, C: A2B.",
            nullable = true,
            since = 2)
        String anonymous) {

  static FormulaColumns of(ElementCounts counts) {
    return new FormulaColumns(counts.reducedFormula(), counts.anonymousFormula());
  }
}
