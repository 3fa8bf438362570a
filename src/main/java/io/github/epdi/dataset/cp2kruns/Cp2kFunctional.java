package io.github.epdi.dataset.cp2kruns;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Names exchange, correlation and dispersion of a section XC. A name behind &amp;XC_FUNCTIONAL
 * stands for the section of that name, which may also be present and change its parameters.
 */
final class Cp2kFunctional {
  private static final Set<String> PAIR_ITSELF = Set.of("TYPE", "R_CUTOFF");
  private static final double R_CUTOFF_ANGSTROM = 20 * Cp2kUnits.BOHR_ANGSTROM;

  private final Cp2kSection xc;

  Cp2kFunctional(Cp2kSection xc) {
    this.xc = xc;
  }

  /** Returns the name of the functional, such as "PBE-D3", "revPBE" or "PBE+HF". */
  String name() {
    String name = functional();
    if (!xc.sections("HF").isEmpty()) {
      name += "+HF";
    }
    return switch (vanDerWaals()) {
      case "PAIR_POTENTIAL" -> name + pairSuffix(pairType());
      case "NON_LOCAL" -> name + "-NL";
      default -> name;
    };
  }

  private String functional() {
    Cp2kSection functional = xc.section("XC_FUNCTIONAL");
    Map<String, Cp2kSection> parts = new TreeMap<>();
    String shortcut = functional.parameter().toUpperCase(Locale.ROOT);
    if (!shortcut.isEmpty() && !shortcut.equals("NO_SHORTCUT") && !shortcut.equals("NONE")) {
      parts.put(shortcut.equals("LDA") ? "PADE" : shortcut, Cp2kSection.of(List.of()));
    }
    for (Cp2kSection part : functional.sections()) {
      if (functional.hasSwitched(part.name())) {
        parts.put(part.name(), part);
      }
    }
    return parts.isEmpty()
        ? "none"
        : parts.entrySet().stream()
            .map(part -> part(part.getKey(), part.getValue()))
            .collect(Collectors.joining("+"));
  }

  private static String part(String name, Cp2kSection part) {
    String parameters = part.word("PARAMETRIZATION", "ORIG").toUpperCase(Locale.ROOT);
    boolean named = name.equals("PBE") && Set.of("ORIG", "REVPBE", "PBESOL").contains(parameters);
    String rest = Cp2kDump.of(part, named ? Set.of("PARAMETRIZATION") : Set.of());
    String shown =
        !named || parameters.equals("ORIG")
            ? name
            : parameters.equals("REVPBE") ? "revPBE" : "PBEsol";
    return rest.equals(Cp2kDump.NONE) ? shown : shown + "(" + rest + ")";
  }

  /**
   * Returns PAIR_POTENTIAL, NON_LOCAL or NONE. CP2K needs to be told which. If it is not, an
   * existing section is taken as the answer, so that a dispersion correction never goes unnoticed.
   */
  private String vanDerWaals() {
    Cp2kSection section = xc.section("VDW_POTENTIAL");
    return section.words("POTENTIAL_TYPE", "DISPERSION_FUNCTIONAL").stream()
        .findFirst()
        .map(word -> word.toUpperCase(Locale.ROOT).replace('-', '_'))
        .orElse(
            !section.sections("PAIR_POTENTIAL").isEmpty()
                ? "PAIR_POTENTIAL"
                : section.sections("NON_LOCAL").isEmpty() ? "NONE" : "NON_LOCAL");
  }

  private Cp2kSection pair() {
    return xc.section("VDW_POTENTIAL").section("PAIR_POTENTIAL");
  }

  /** Returns the type of pair potential. As in CP2K it is DFTD3 if none is stated. */
  private String pairType() {
    return pair().word("TYPE", "DFTD3").toUpperCase(Locale.ROOT);
  }

  private static String pairSuffix(String type) {
    return switch (type) {
      case "DFTD2" -> "-D2";
      case "DFTD3" -> "-D3";
      case "DFTD3(BJ)" -> "-D3(BJ)";
      case "DFTD4" -> "-D4";
      default -> "-" + type;
    };
  }

  /** Returns all settings that change the energy of dispersion. */
  String dispersion() {
    return switch (vanDerWaals()) {
      case "PAIR_POTENTIAL" -> {
        Optional<Cp2kRow> stated = pair().row("R_CUTOFF");
        double cutoff =
            stated
                .map(row -> Cp2kUnits.LENGTH.numbers(row.values(), 1, row.place())[0])
                .orElse(R_CUTOFF_ANGSTROM);
        String rest = Cp2kDump.of(pair(), PAIR_ITSELF);
        yield pairType()
            + String.format(Locale.ROOT, ", R_CUTOFF %.4f Angstrom", cutoff)
            + (rest.equals(Cp2kDump.NONE) ? "" : ", " + rest);
      }
      case "NON_LOCAL" -> Cp2kDump.of(xc.section("VDW_POTENTIAL").section("NON_LOCAL"), Set.of());
      default -> Cp2kDump.NONE;
    };
  }

  /** Returns the other settings of the section, which are exact exchange and the rest. */
  Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    String exchange =
        xc.sections("HF").stream()
            .map(section -> Cp2kDump.of(section, Set.of()))
            .collect(Collectors.joining("; "));
    settings.put(
        "exact exchange",
        xc.sections("HF").isEmpty()
            ? Cp2kDump.NONE
            : exchange.equals(Cp2kDump.NONE) ? "FRACTION 1" : exchange);
    settings.put(
        "other settings of &XC", Cp2kDump.of(xc, Set.of("XC_FUNCTIONAL", "HF", "VDW_POTENTIAL")));
    return settings;
  }
}
