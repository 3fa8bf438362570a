package io.github.epdi.tables.dataset;

import io.github.epdi.tables.encoding.TableColumn;
import io.github.epdi.theory.LevelOfTheory;

/** The level of theory of a row of a data set. A field is null where nothing stated it. */
public record TheoryValue(
    @TableColumn(name = "code", meaning = "Program and version.", nullable = true)
        @TableColumn(
            name = "functional",
            meaning = "Exchange-correlation functional with its dispersion correction.",
            nullable = true)
        @TableColumn(
            name = "pseudopotentials",
            meaning = "Pseudopotentials, in order of the elements' symbols.",
            nullable = true)
        @TableColumn(
            name = "k_points",
            meaning = "Sampling of the Brillouin zone.",
            nullable = true)
        @TableColumn(
            name = "spin",
            meaning = "restricted, polarised, noncollinear.",
            nullable = true)
        @TableColumn(name = "ion", meaning = "The mobile ion.", nullable = true)
        @TableColumn(
            name = "reference",
            meaning = "What the ion's energy is counted from.",
            nullable = true)
        @TableColumn(
            name = "label_kind",
            meaning = "How the geometry was made: single point, relaxed, ...",
            nullable = true)
        LevelOfTheory levelOfTheory,
    @TableColumn(name = "basis", meaning = "Basis set, cutoff.", nullable = true) String basis) {

  /** Replaces a missing level of theory by one that states nothing. */
  public TheoryValue {
    levelOfTheory = levelOfTheory == null ? LevelOfTheory.UNSAID : levelOfTheory;
  }
}
