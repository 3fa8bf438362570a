package io.github.epdi.grid;

import io.github.epdi.grid.text.HeaderLine;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The formats of potential grids, each with its reader. A file's format is recognised by its
 * content and never by its name. Formats are tried in the order given here, and the first that fits
 * is taken.
 */
public enum GridFormat {
  /** VASP's LOCPOT and CHGCAR-style files. */
  VASP(new VaspReader()),
  /** VASP's HDF5 files vaspout.h5 and vaspwave.h5. */
  VASPOUT(new VaspoutReader()),
  /** XCrySDen XSF. */
  XSF(new XsfReader()),
  /** The intermediate plot file ({@code filplot}) of Quantum ESPRESSO's pp.x. */
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

  /** Finds the format whose reader recognises the first lines of a text. */
  static Optional<GridFormat> of(List<HeaderLine> lines) {
    return Arrays.stream(values()).filter(f -> f.reader.recognises(lines)).findFirst();
  }
}
