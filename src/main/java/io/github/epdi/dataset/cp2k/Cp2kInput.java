package io.github.epdi.dataset.cp2k;

import io.github.epdi.dataset.calculation.ImportCode;
import io.github.epdi.dataset.calculation.RunTheory;
import io.github.epdi.dataset.calculation.UnusableException;
import io.github.epdi.structure.Atom;
import io.github.epdi.structure.CrystalStructure;
import io.github.epdi.structure.Element;
import io.github.epdi.structure.Lattice;
import io.github.epdi.structure.RejectException;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An input of CP2K as far as cell, coordinates and level of theory go. */
final class Cp2kInput {
  private final Cp2kSection root;

  private Cp2kInput(Cp2kSection root) {
    this.root = root;
  }

  /**
   * Reads an input that needs no preprocessor.
   *
   * @throws UnusableException UNSUPPORTED or BAD_FILE
   */
  static Cp2kInput read(BufferedReader in) throws IOException {
    return new Cp2kInput(Cp2kSection.read(in));
  }

  /** "ENERGY_FORCE" and so on. */
  String runType() {
    return root.section("GLOBAL").word("RUN_TYPE", "ENERGY").toUpperCase(Locale.ROOT);
  }

  private Cp2kSection subsystem() {
    return root.section("FORCE_EVAL").section("SUBSYS");
  }

  private Cp2kSection dft() {
    return root.section("FORCE_EVAL").section("DFT");
  }

  /** Cell and atoms. */
  CrystalStructure structure() {
    try {
      Lattice lattice = lattice();
      Map<String, String> elements = elements();
      List<Atom> atoms = new ArrayList<>();
      Cp2kSection coordinates = subsystem().section("COORD");
      boolean scaled = coordinates.isSet("SCALED");
      for (List<String> words : coordinates.rows()) {
        if (words.size() >= 4 && !words.get(0).equals("UNIT") && !words.get(0).equals("SCALED")) {
          double[] r = vector(words.subList(1, 4));
          double[] f = scaled ? r : lattice.fractional(r[0], r[1], r[2]);
          atoms.add(new Atom(element(words.get(0), elements), f[0], f[1], f[2]));
        }
      }
      if (atoms.isEmpty() || !coordinates.word("UNIT", "angstrom").equalsIgnoreCase("angstrom")) {
        throw UnusableException.of(
            ImportCode.UNSUPPORTED,
            "coordinates in &COORD, in Angstrom",
            atoms.isEmpty() ? "none" : "UNIT " + coordinates.word("UNIT", ""));
      }
      return new CrystalStructure(lattice, atoms);
    } catch (RejectException e) {
      throw new UnusableException(ImportCode.BAD_FILE, e.getMessage());
    }
  }

  private Lattice lattice() {
    Cp2kSection cell = subsystem().section("CELL");
    double[][] rows = new double[3][];
    for (int i = 0; i < 3; i++) {
      List<String> words = cell.words(String.valueOf("ABC".charAt(i)));
      if (words.size() == 4 && words.get(0).equalsIgnoreCase("[angstrom]")) {
        words = words.subList(1, 4);
      }
      if (words.size() != 3) {
        throw UnusableException.of(
            ImportCode.UNSUPPORTED,
            "cell vectors A, B and C in &CELL, in Angstrom",
            words.isEmpty() ? "none" : String.join(" ", words));
      }
      rows[i] = vector(words);
    }
    return Lattice.of(rows);
  }

  /** What kinds are of, where their names do not say it. */
  private Map<String, String> elements() {
    Map<String, String> elements = new HashMap<>();
    for (Cp2kSection kind : subsystem().sections("KIND")) {
      elements.put(kind.parameter(), kind.word("ELEMENT", kind.parameter()));
    }
    return elements;
  }

  private static Element element(String kind, Map<String, String> elements) {
    String symbol = elements.getOrDefault(kind, kind).replaceFirst("[\\d_].*$", "");
    Optional<Element> element = Element.ofSymbol(symbol);
    return element.orElseThrow(
        () -> UnusableException.of(ImportCode.BAD_FILE, "an element", "kind " + kind));
  }

  private static double[] vector(List<String> words) {
    double[] r = new double[3];
    for (int i = 0; i < 3; i++) {
      try {
        r[i] = Double.parseDouble(words.get(i));
      } catch (NumberFormatException e) {
        throw new UnusableException(
            ImportCode.BAD_FILE,
            "Cannot import it: expected three numbers, found \""
                + String.join(" ", words).replaceAll("\\p{Cntrl}", " ")
                + "\"");
      }
    }
    return r;
  }

  /** The level of theory, with a version that the output states. */
  RunTheory theory(String version) {
    Map<String, String> potentials = new HashMap<>();
    Map<String, String> bases = new HashMap<>();
    for (Cp2kSection kind : subsystem().sections("KIND")) {
      String symbol = kind.word("ELEMENT", kind.parameter()).replaceFirst("[\\d_].*$", "");
      potentials.put(symbol, kind.word("POTENTIAL", "unknown"));
      bases.put(symbol, kind.word("BASIS_SET", "unknown"));
    }
    return new RunTheory(
        "CP2K " + version,
        functional(),
        new TreeMap<>(potentials),
        kPoints(),
        dft().isSet("UKS") || dft().isSet("LSD") || dft().isSet("SPIN_POLARIZED")
            ? "polarised"
            : "restricted",
        new TreeMap<>(bases),
        dft().section("MGRID").word("CUTOFF", "280") + " Ry");
  }

  private String functional() {
    Cp2kSection xc = dft().section("XC");
    Cp2kSection functional = xc.section("XC_FUNCTIONAL");
    String name =
        functional.parameter().isEmpty()
            ? String.join("+", functional.names())
            : functional.parameter().toUpperCase(Locale.ROOT);
    if (!xc.sections("HF").isEmpty()) {
      name += "+HF";
    }
    Cp2kSection pairs = xc.section("VDW_POTENTIAL").section("PAIR_POTENTIAL");
    return switch (pairs.word("TYPE", "").toUpperCase(Locale.ROOT)) {
      case "" -> xc.section("VDW_POTENTIAL").section("NON_LOCAL").isEmpty() ? name : name + "-NL";
      case "DFTD2" -> name + "-D2";
      case "DFTD3" -> name + "-D3";
      case "DFTD3(BJ)" -> name + "-D3(BJ)";
      case "DFTD4" -> name + "-D4";
      default -> name + "-" + pairs.word("TYPE", "");
    };
  }

  private String kPoints() {
    List<String> scheme = dft().section("KPOINTS").words("SCHEME");
    return scheme.size() == 4
        ? String.join("x", scheme.subList(1, 4))
        : scheme.isEmpty() || scheme.get(0).equalsIgnoreCase("GAMMA")
            ? "Gamma"
            : String.join(" ", scheme);
  }
}
