package io.github.epdi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/**
 * An EIGENVAL made by formula, never the result of a calculation and labelled so in its title:
 * bands that lie apart by the same step and bend a little from k-point to k-point, filled to seven
 * tenths.
 *
 * @param atoms atoms of the slab
 * @param kpoints k-points of equal weight
 * @param bands bands at each
 */
record SyntheticEigenval(int atoms, int kpoints, int bands) {
  private static final double LOWEST_EV = -20;
  private static final double RANGE_EV = 30;

  /** Writes the file unless it is there from an earlier run. */
  Path writeIfAbsent(Path file) throws IOException {
    if (!Files.exists(file)) {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
      Files.writeString(temporary, text());
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    }
    return file;
  }

  private String text() {
    int filled = bands * 7 / 10;
    StringBuilder text = new StringBuilder();
    text.append(String.format(Locale.ROOT, "%5d%5d%5d%5d%n", atoms, atoms, 1, 1));
    text.append("  0.1700000E+02  0.1270000E-08  0.1270000E-08  0.1900000E-08  0.5000000E-15\n");
    text.append("  1.000000000000000E-004\n  CAR \n SYNTHETIC levels made by formula\n");
    text.append(String.format(Locale.ROOT, "%7d%7d%7d%n", 2 * filled, kpoints, bands));
    for (int k = 0; k < kpoints; k++) {
      double place = (double) k / kpoints;
      text.append(
          String.format(
              Locale.ROOT, "%n %14.7E %14.7E %14.7E %14.7E%n", place, 0.0, 0.0, 1.0 / kpoints));
      double bend = 0.3 * Math.cos(2 * Math.PI * place);
      for (int band = 0; band < bands; band++) {
        double energy = LOWEST_EV + RANGE_EV * band / bands + bend;
        text.append(
            String.format(
                Locale.ROOT, "%5d   %14.6f %10.6f%n", band + 1, energy, band < filled ? 1.0 : 0));
      }
    }
    return text.toString();
  }
}
