package io.github.epdi.dataset.cp2kruns;

import io.github.epdi.dataset.calculation.ImportCode;
import io.github.epdi.dataset.calculation.UnusableException;
import io.github.epdi.structure.Lattice;
import java.util.Optional;

/**
 * Reads the cell of an input. If the input has both lengths with angles (ABC) and vectors (A, B,
 * C), CP2K uses the former and prints a warning, so only they are read. The section &amp;CELL_REF
 * is ignored, as its cell is only for the grids.
 */
final class Cp2kCell {
  private Cp2kCell() {}

  /**
   * Reads a section CELL.
   *
   * @throws UnusableException UNSUPPORTED or BAD_FILE
   */
  static Lattice read(Cp2kSection cell) {
    requireOnce(cell, "&CELL");
    Optional<Cp2kRow> lengths = cell.row("ABC");
    if (lengths.isPresent()) {
      return ofLengths(lengths.get(), cell.row("ALPHA_BETA_GAMMA", "ANGLES"));
    }
    double[][] rows = new double[3][];
    for (int i = 0; i < 3; i++) {
      String name = String.valueOf("ABC".charAt(i));
      Optional<Cp2kRow> row = cell.row(name);
      if (row.isEmpty()) {
        throw UnusableException.of(
            ImportCode.UNSUPPORTED,
            "cell vectors A, B and C, or ABC, in &CELL",
            cell.row("CELL_FILE_NAME")
                .map(file -> "CELL_FILE_NAME (" + file.place() + ")")
                .orElse("no " + name));
      }
      rows[i] = Cp2kUnits.LENGTH.numbers(row.get().values(), 3, row.get().place());
    }
    return Lattice.of(rows);
  }

  /**
   * Rejects a unit cell that is repeated, because its atoms and vectors are not those that the
   * input shows.
   *
   * @throws UnusableException UNSUPPORTED if it is repeated
   */
  static void requireOnce(Cp2kSection section, String name) {
    section
        .row("MULTIPLE_UNIT_CELL")
        .filter(row -> row.values().stream().anyMatch(word -> !word.equals("1")))
        .ifPresent(
            row -> {
              throw UnusableException.of(
                  ImportCode.UNSUPPORTED,
                  "the whole cell in " + name,
                  String.join(" ", row.words()) + " (" + row.place() + ")");
            });
  }

  /** Orients the cell as CP2K does: a along x, and b in the plane of x and y. */
  private static Lattice ofLengths(Cp2kRow lengths, Optional<Cp2kRow> angles) {
    double[] abc = Cp2kUnits.LENGTH.numbers(lengths.values(), 3, lengths.place());
    double[] degrees =
        angles
            .map(row -> Cp2kUnits.ANGLE.numbers(row.values(), 3, row.place()))
            .orElse(new double[] {90, 90, 90});
    double cosAlpha = cosine(degrees[0]);
    double cosBeta = cosine(degrees[1]);
    double cosGamma = cosine(degrees[2]);
    double sinGamma = Math.sqrt(1 - cosGamma * cosGamma);
    double cy = (cosAlpha - cosBeta * cosGamma) / sinGamma;
    double cz = Math.sqrt(1 - cosBeta * cosBeta - cy * cy);
    if (!(sinGamma > 0 && cz > 0)) {
      throw angles
          .orElse(lengths)
          .place()
          .bad("angles that make a cell", String.join(" ", angles.orElse(lengths).words()));
    }
    return Lattice.of(
        new double[][] {
          {abc[0], 0, 0},
          {abc[1] * cosGamma, abc[1] * sinGamma, 0},
          {abc[2] * cosBeta, abc[2] * cy, abc[2] * cz}
        });
  }

  /** Returns a cosine, which is exactly zero for a right angle. */
  private static double cosine(double degrees) {
    return degrees == 90 ? 0 : Math.cos(Math.toRadians(degrees));
  }
}
