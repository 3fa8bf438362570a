package io.github.epdi.dataset.cp2kruns;

import io.github.epdi.dataset.calculation.ImportCode;
import io.github.epdi.dataset.calculation.NumberedLines;
import io.github.epdi.dataset.calculation.Place;
import io.github.epdi.dataset.calculation.UnusableException;
import io.github.epdi.structure.Atom;
import io.github.epdi.structure.Lattice;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the atoms of an input from its section COORD or from the .xyz file that its TOPOLOGY names.
 */
final class Cp2kCoordinates {
  private static final int MOST_ATOMS = 100_000;

  private final Cp2kKinds kinds;
  private final Lattice lattice;

  /** Names of the atoms in order, as in the input. */
  private final List<String> labels = new ArrayList<>();

  private final List<Atom> atoms = new ArrayList<>();

  private Cp2kCoordinates(Cp2kKinds kinds, Lattice lattice) {
    this.kinds = kinds;
    this.lattice = lattice;
  }

  /**
   * Reads the atoms of a section SUBSYS.
   *
   * @throws UnusableException UNSUPPORTED, MISSING_FILE or BAD_FILE
   */
  static Cp2kCoordinates read(
      Cp2kSection subsystem, Cp2kKinds kinds, Lattice lattice, Cp2kFiles files) throws IOException {
    Cp2kCoordinates read = new Cp2kCoordinates(kinds, lattice);
    Cp2kSection topology = subsystem.section("TOPOLOGY");
    requirePlain(topology);
    Cp2kSection own = subsystem.section("COORD");
    Optional<Cp2kRow> file = topology.row("COORD_FILE_NAME", "COORD_FILE");
    String format =
        topology.words("COORD_FILE_FORMAT", "COORDINATE").stream()
            .findFirst()
            .map(word -> word.toUpperCase(Locale.ROOT))
            .orElse(own.isEmpty() && file.isPresent() ? ending(file.get()) : "OFF");
    if (format.equals("OFF")) {
      read.own(own);
    } else if (format.equals("XYZ") && file.isPresent() && !file.get().values().isEmpty()) {
      String name = file.get().values().get(0).replaceAll("[\"']", "");
      try (NumberedLines lines = files.open(name, file.get().place())) {
        read.xyz(lines);
      }
    } else {
      throw UnusableException.of(
          ImportCode.UNSUPPORTED, "coordinates in &COORD or in an XYZ file", "format " + format);
    }
    return read;
  }

  private static String ending(Cp2kRow file) {
    String name = String.join("", file.values()).toUpperCase(Locale.ROOT);
    return name.replaceAll("[\"']", "").replaceFirst("^.*\\.", "");
  }

  /**
   * Rejects settings that move or repeat the atoms of the input.
   *
   * @throws UnusableException UNSUPPORTED if there are any
   */
  private static void requirePlain(Cp2kSection topology) {
    Cp2kCell.requireOnce(topology, "&TOPOLOGY");
    if (topology.hasSwitched("CENTER_COORDINATES")) {
      throw UnusableException.of(
          ImportCode.UNSUPPORTED,
          "atoms that stay where the input has them",
          "&CENTER_COORDINATES");
    }
  }

  private void own(Cp2kSection section) {
    boolean scaled = section.isSet("SCALED");
    double unit =
        section
            .row("UNIT")
            .filter(row -> !row.values().isEmpty())
            .map(row -> Cp2kUnits.LENGTH.factor(unit(row.values().get(0)), row.place()))
            .orElse(1.0);
    for (Cp2kRow row : section.rows()) {
      if (!row.is(List.of("UNIT", "SCALED"))) {
        add(row.words(), scaled ? null : unit, row.place());
      }
    }
    if (atoms.isEmpty()) {
      throw UnusableException.of(
          ImportCode.UNSUPPORTED, "coordinates in &COORD or in an XYZ file", "none");
    }
  }

  private static String unit(String word) {
    return word.replaceAll("[\\[\\]]", "");
  }

  private void xyz(NumberedLines lines) throws IOException {
    String first = lines.next();
    int count = lines.place().integer(first == null ? "" : first.strip(), "a number of atoms");
    if (count < 1 || count > MOST_ATOMS) {
      throw lines.place().bad("1 to " + MOST_ATOMS + " atoms", first);
    }
    lines.next();
    for (int i = 0; i < count; i++) {
      String line = lines.next();
      add(Arrays.asList((line == null ? "" : line).strip().split("\\s+", -1)), 1.0, lines.place());
    }
  }

  /** Adds an atom. Without a unit its coordinates are fractional. */
  private void add(List<String> words, Double unit, Place place) {
    if (words.size() < 4) {
      throw place.bad("an atom's name and three coordinates", String.join(" ", words));
    }
    double[] r = new double[3];
    for (int x = 0; x < 3; x++) {
      r[x] = Cp2kUnits.number(words.get(1 + x), "three numbers", place) * (unit == null ? 1 : unit);
    }
    double[] f = unit == null ? r : lattice.fractional(r[0], r[1], r[2]);
    labels.add(words.get(0));
    atoms.add(new Atom(kinds.element(words.get(0), place), f[0], f[1], f[2]));
  }

  List<Atom> atoms() {
    return List.copyOf(atoms);
  }

  List<String> labels() {
    return List.copyOf(labels);
  }
}
