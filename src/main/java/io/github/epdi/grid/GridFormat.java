package io.github.epdi.grid;

import io.github.epdi.grid.text.HeaderLine;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Formats of potential grids, each with one reader; recognised by content, never by name. The order
 * is that in which a text is held against them: what looks like several is the first.
 */
public enum GridFormat {
  /** VASP LOCPOT and CHGCAR-style files. */
  VASP(new VaspReader()),
  /** VASP's HDF5 files vaspout.h5 and vaspwave.h5. */
  VASPOUT(new VaspoutReader()),
  /** XCrySDen XSF. */
  XSF(new XsfReader()),
  /** The plot file (filplot) of Quantum ESPRESSO's pp.x. */
  FILPLOT(new FilplotReader()),
  /** Gaussian cube. */
  CUBE(new CubeReader());

  @SuppressWarnings("ImmutableEnumChecker") // readers have no state
  private final FormatReader reader;

  GridFormat(FormatReader reader) {
    this.reader = reader;
  }

  /** Lower-case name as in tables. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  FormatReader reader() {
    return reader;
  }

  /** The format that the first lines of a text show. */
  static Optional<GridFormat> of(List<HeaderLine> lines) {
    return Arrays.stream(values()).filter(f -> f.reader.recognises(lines)).findFirst();
  }
}
