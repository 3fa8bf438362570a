package io.github.epdi.dataset.cp2kruns;

import io.github.epdi.dataset.calculation.RunTheory;
import io.github.epdi.structure.Atom;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Derives the level of theory from an input, which is everything that changes energies. A setting
 * that is not stated has CP2K's default. Settings that are not known here are compared as they are
 * written.
 */
final class Cp2kTheory {
  /**
   * Names of files, initial guesses and ways to a solution, which do not change the level of
   * theory.
   */
  private static final Set<String> WITHOUT_EFFECT =
      Set.of(
          "BASIS_SET_FILE_NAME",
          "BASIS_SET_FILE",
          "POTENTIAL_FILE_NAME",
          "POTENTIAL_FILE",
          "WFN_RESTART_FILE_NAME",
          "RESTART_FILE_NAME",
          "SORT_BASIS",
          "LOCALIZE");

  /** Settings that this class reports under their own names. */
  private static final Set<String> NAMED =
      Set.of(
          "CHARGE",
          "MULTIPLICITY",
          "MULTIP",
          "UKS",
          "UNRESTRICTED_KOHN_SHAM",
          "LSD",
          "SPIN_POLARIZED",
          "ROKS",
          "RESTRICTED_OPEN_KOHN_SHAM",
          "PLUS_U_METHOD",
          "SURFACE_DIPOLE_CORRECTION",
          "SURFACE_DIPOLE",
          "SURF_DIP",
          "SURF_DIP_DIR",
          "MGRID",
          "QS",
          "POISSON",
          "SCF",
          "XC",
          "KPOINTS");

  private final Cp2kSection dft;
  private final Cp2kSection cell;
  private final Cp2kKinds kinds;

  Cp2kTheory(Cp2kSection force, Cp2kKinds kinds) {
    this.dft = force.section("DFT");
    this.cell = force.section("SUBSYS").section("CELL");
    this.kinds = kinds;
  }

  RunTheory of(String version, List<String> labels, List<Atom> atoms) {
    Cp2kFunctional functional = new Cp2kFunctional(dft.section("XC"));
    TreeMap<String, String> settings = new TreeMap<>(functional.settings());
    settings.put("dispersion", functional.dispersion());
    settings.put("method", method());
    settings.put("grid", grid());
    settings.put("smearing", smearing());
    settings.put("Poisson solver", poisson());
    settings.put("charge", Cp2kDump.value(dft.word("CHARGE", "0")));
    settings.put(RunTheory.MULTIPLICITY, multiplicity());
    settings.put("surface dipole correction", surfaceDipole());
    SortedMap<String, String> hubbard = byElement(labels, atoms, Cp2kTheory::hubbard);
    hubbard.forEach((symbol, text) -> settings.put("+U of " + symbol, text));
    if (hubbard.values().stream().anyMatch(text -> !text.equals(Cp2kDump.NONE))) {
      settings.put("method of +U", Cp2kDump.value(dft.word("PLUS_U_METHOD", "MULLIKEN")));
    }
    Set<String> known = new HashSet<>(NAMED);
    known.addAll(WITHOUT_EFFECT);
    settings.put("other settings of &DFT", Cp2kDump.of(dft, known));
    return new RunTheory(
        "CP2K " + version,
        functional.name() + (settings.containsKey("method of +U") ? "+U" : ""),
        byElement(labels, atoms, kind -> named(kind, "POTENTIAL", "POTENTIAL")),
        kPoints(),
        spin(),
        byElement(labels, atoms, kind -> named(kind, "BASIS_SET", "BASIS")),
        cutoff(),
        settings,
        new TreeMap<>());
  }

  /**
   * Returns a text for each element, made from the kinds of its atoms. If these differ, it tells
   * how many atoms have which.
   */
  private SortedMap<String, String> byElement(
      List<String> labels, List<Atom> atoms, Function<Cp2kSection, String> text) {
    TreeMap<String, TreeMap<String, Integer>> found = new TreeMap<>();
    for (int i = 0; i < labels.size(); i++) {
      found
          .computeIfAbsent(atoms.get(i).element().symbol(), symbol -> new TreeMap<>())
          .merge(text.apply(kinds.of(labels.get(i))), 1, Integer::sum);
    }
    TreeMap<String, String> joined = new TreeMap<>();
    found.forEach(
        (symbol, texts) ->
            joined.put(
                symbol,
                texts.size() == 1
                    ? texts.firstKey()
                    : texts.entrySet().stream()
                        .map(one -> one.getValue() + " x " + one.getKey())
                        .collect(Collectors.joining(" and "))));
    return joined;
  }

  /**
   * Names the basis sets or potentials of a kind. {@code BASIS_SET NAME} means {@code BASIS_SET ORB
   * NAME}. If there are only sections, their contents are the name.
   */
  private static String named(Cp2kSection kind, String keyword, String section) {
    String names =
        kind.rows().stream()
            .filter(row -> row.is(List.of(keyword)) && !row.values().isEmpty())
            .map(row -> name(keyword, row.values()))
            .sorted()
            .collect(Collectors.joining(" and "));
    String own =
        kind.sections().stream()
            .filter(inner -> inner.name().equals(section))
            .map(inner -> Cp2kDump.of(inner, Set.of()))
            .collect(Collectors.joining(" and "));
    return names.isEmpty() ? (own.isEmpty() ? "unknown" : own) : names;
  }

  private static String name(String keyword, List<String> values) {
    String last = values.get(values.size() - 1);
    if (values.size() == 1 || !keyword.equals("BASIS_SET")) {
      return last;
    }
    String type = values.get(0).toUpperCase(Locale.ROOT);
    return type.equals("ORB") || type.equals("ORBITAL") ? last : type + " " + last;
  }

  private static String hubbard(Cp2kSection kind) {
    if (!kind.hasSwitched("DFT_PLUS_U")) {
      return Cp2kDump.NONE;
    }
    Cp2kSection section = kind.section("DFT_PLUS_U");
    double ev =
        section
            .row("U_MINUS_J", "U_EFF")
            .map(row -> Cp2kUnits.energy("HARTREE").numbers(row.values(), 1, row.place())[0])
            .map(hartree -> hartree * Cp2kUnits.energy("EV").factor("HARTREE", null))
            .orElse(0.0);
    String rest = Cp2kDump.of(section, Set.of("U_MINUS_J", "U_EFF", "L"));
    return String.format(
        Locale.ROOT,
        "L %s, %.4f eV%s",
        section.word("L", "-1"),
        ev,
        rest.equals(Cp2kDump.NONE) ? "" : ", " + rest);
  }

  private String method() {
    Cp2kSection qs = dft.section("QS");
    String rest =
        Cp2kDump.of(qs, Set.of("METHOD", "EPS_DEFAULT", "EXTRAPOLATION", "EXTRAPOLATION_ORDER"));
    return Cp2kDump.value(qs.word("METHOD", "GPW"))
        + ", EPS_DEFAULT "
        + Cp2kDump.value(qs.word("EPS_DEFAULT", "1E-10"))
        + (rest.equals(Cp2kDump.NONE) ? "" : ", " + rest);
  }

  private String cutoff() {
    return Cp2kDump.number(rydbergs("CUTOFF", 280)) + " Ry";
  }

  private double rydbergs(String keyword, double otherwise) {
    return dft.section("MGRID")
        .row(keyword)
        .map(row -> Cp2kUnits.energy("RY").numbers(row.values(), 1, row.place())[0])
        .map(value -> Math.rint(value * 1e6) / 1e6)
        .orElse(otherwise);
  }

  private String grid() {
    Cp2kSection grid = dft.section("MGRID");
    String rest = Cp2kDump.of(grid, Set.of("CUTOFF", "REL_CUTOFF", "NGRIDS"));
    return "REL_CUTOFF "
        + Cp2kDump.number(rydbergs("REL_CUTOFF", 40))
        + " Ry, NGRIDS "
        + Cp2kDump.value(grid.word("NGRIDS", "4"))
        + (rest.equals(Cp2kDump.NONE) ? "" : ", " + rest);
  }

  private String smearing() {
    Cp2kSection scf = dft.section("SCF");
    if (!scf.hasSwitched("SMEAR")) {
      return Cp2kDump.NONE;
    }
    Cp2kSection smear = scf.section("SMEAR");
    List<String> kelvin = smear.words("ELECTRONIC_TEMPERATURE", "ELEC_TEMP", "TELEC");
    String rest =
        Cp2kDump.of(
            smear,
            Set.of("METHOD", "ELECTRONIC_TEMPERATURE", "ELEC_TEMP", "TELEC", "EPS_FERMI_DIRAC"));
    String temperature =
        Cp2kDump.values(kelvin.stream().filter(word -> !word.equalsIgnoreCase("[K]")).toList());
    return Cp2kDump.value(smear.word("METHOD", "ENERGY_WINDOW"))
        + ", "
        + (kelvin.isEmpty() ? "300" : temperature)
        + " K"
        + (rest.equals(Cp2kDump.NONE) ? "" : ", " + rest);
  }

  private String poisson() {
    Cp2kSection poisson = dft.section("POISSON");
    List<String> solver = poisson.words("POISSON_SOLVER", "POISSON", "PSOLVER");
    String rest = Cp2kDump.of(poisson, Set.of("PERIODIC", "POISSON_SOLVER", "POISSON", "PSOLVER"));
    return (solver.isEmpty() ? "PERIODIC" : Cp2kDump.values(solver))
        + ", periodic in "
        + Cp2kDump.value(poisson.word("PERIODIC", "XYZ"))
        + ", cell in "
        + Cp2kDump.value(cell.word("PERIODIC", "XYZ"))
        + (rest.equals(Cp2kDump.NONE) ? "" : ", " + rest);
  }

  /**
   * Returns the multiplicity. It is 1 if none is stated, which stands for the lowest one that the
   * electrons allow, 1 or 2.
   */
  private String multiplicity() {
    List<String> stated = dft.words("MULTIPLICITY", "MULTIP");
    return stated.isEmpty() || stated.get(0).equals("0") ? "1" : Cp2kDump.values(stated);
  }

  private String spin() {
    return dft.isSet("ROKS", "RESTRICTED_OPEN_KOHN_SHAM")
        ? "restricted open-shell"
        : dft.isSet("UKS", "UNRESTRICTED_KOHN_SHAM", "LSD", "SPIN_POLARIZED")
            ? "polarised"
            : "restricted";
  }

  private String surfaceDipole() {
    return dft.isSet("SURFACE_DIPOLE_CORRECTION", "SURFACE_DIPOLE", "SURF_DIP")
        ? "along " + Cp2kDump.value(dft.word("SURF_DIP_DIR", "Z"))
        : Cp2kDump.NONE;
  }

  private String kPoints() {
    Cp2kSection section = dft.section("KPOINTS");
    List<String> scheme = section.words("SCHEME");
    String name = scheme.isEmpty() ? "NONE" : scheme.get(0).toUpperCase(Locale.ROOT);
    if (scheme.size() == 4 && name.equals("MONKHORST-PACK")) {
      String mesh = String.join("x", scheme.subList(1, 4));
      return mesh.equals("1x1x1") ? "Gamma" : mesh;
    }
    if (name.equals("NONE") || name.equals("GAMMA")) {
      return "Gamma";
    }
    String points =
        section.rows().stream()
            .filter(row -> row.is(List.of("KPOINT")))
            .map(row -> Cp2kDump.values(row.values()))
            .collect(Collectors.joining("; "));
    return (Cp2kDump.values(scheme) + " " + points).strip();
  }
}
