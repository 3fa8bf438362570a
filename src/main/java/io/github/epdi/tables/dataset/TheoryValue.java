package io.github.epdi.tables.dataset;

import io.github.epdi.grid.LevelOfTheory;
import io.github.epdi.tables.columns.TableColumn;

/** The level of theory of a row of a data set; a field is null where nothing said it. */
public record TheoryValue(
    @TableColumn(name = "code", meaning = "Program and version.", nullable = true) String code,
    @TableColumn(
            name = "functional",
            meaning = "Exchange-correlation functional with its dispersion correction.",
            nullable = true)
        String functional,
    @TableColumn(
            name = "pseudopotentials",
            meaning = "Pseudopotentials, in order of the elements' symbols.",
            nullable = true)
        String pseudopotentials,
    @TableColumn(name = "k_points", meaning = "Sampling of the Brillouin zone.", nullable = true)
        String kPoints,
    @TableColumn(name = "spin", meaning = "restricted, polarised, noncollinear.", nullable = true)
        String spin,
    @TableColumn(name = "ion", meaning = "The mobile ion.", nullable = true) String ion,
    @TableColumn(
            name = "reference",
            meaning = "What the ion's energy is counted from.",
            nullable = true)
        String reference,
    @TableColumn(
            name = "label_kind",
            meaning = "How the geometry was made: single point, relaxed, ...",
            nullable = true)
        String labelKind,
    @TableColumn(name = "basis", meaning = "Basis set, cutoff.", nullable = true) String basis) {
  /** A level of theory with its basis. */
  public static TheoryValue of(LevelOfTheory theory, String basis) {
    return new TheoryValue(
        theory.code(),
        theory.functional(),
        theory.pseudopotentials(),
        theory.kPoints(),
        theory.spin(),
        theory.ion(),
        theory.reference(),
        theory.labelKind(),
        basis);
  }

  /** The same without the basis. */
  public LevelOfTheory levelOfTheory() {
    return new LevelOfTheory(
        code, functional, pseudopotentials, kPoints, spin, ion, reference, labelKind);
  }
}
