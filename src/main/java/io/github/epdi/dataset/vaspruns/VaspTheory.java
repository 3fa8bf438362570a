package io.github.epdi.dataset.vaspruns;

import io.github.epdi.dataset.calculation.RunTheory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Derives the level of theory from an output. */
final class VaspTheory {
  private static final Map<String, String> GGA =
      Map.ofEntries(
          Map.entry("PE", "PBE"),
          Map.entry("PS", "PBEsol"),
          Map.entry("RP", "RPBE"),
          Map.entry("RE", "revPBE"),
          Map.entry("91", "PW91"),
          Map.entry("CA", "LDA"),
          Map.entry("AM", "AM05"),
          Map.entry("OR", "optPBE"),
          Map.entry("BO", "optB88"),
          Map.entry("MK", "optB86b"),
          Map.entry("BF", "BEEF"));

  private static final Map<String, String> DISPERSION =
      Map.ofEntries(
          Map.entry("0", ""),
          Map.entry("1", "-D2"),
          Map.entry("10", "-D2"),
          Map.entry("11", "-D3"),
          Map.entry("12", "-D3(BJ)"),
          Map.entry("13", "-D4"),
          Map.entry("2", "-TS"),
          Map.entry("20", "-TS"),
          Map.entry("21", "-TS/HI"),
          Map.entry("202", "-MBD"),
          Map.entry("4", "-dDsC"));

  private static final String UNSET = "not set";

  private VaspTheory() {}

  static RunTheory of(VaspOutput output) {
    return new RunTheory(
        "VASP " + output.version(),
        functional(output) + dispersion(output) + hubbard(output),
        titles(output.species()),
        kPoints(output),
        output.isSet("LNONCOLLINEAR")
            ? "noncollinear"
            : output.integer("ISPIN", 1) == 2 ? "polarised" : "restricted",
        new TreeMap<>(),
        output.parameters().containsKey("ENCUT")
            ? number(output.parameters().get("ENCUT")) + " eV"
            : null,
        settings(output),
        dipole(output));
  }

  /** Returns titles by element. An element with several POTCARs has all their titles. */
  private static SortedMap<String, String> titles(List<PotcarSpecies> species) {
    TreeMap<String, TreeSet<String>> found = new TreeMap<>();
    for (PotcarSpecies one : species) {
      if (one.title() != null) {
        found
            .computeIfAbsent(PotcarSpecies.symbol(one.title()), symbol -> new TreeSet<>())
            .add(one.title());
      }
    }
    TreeMap<String, String> titles = new TreeMap<>();
    found.forEach((symbol, names) -> titles.put(symbol, String.join(" and ", names)));
    return titles;
  }

  private static SortedMap<String, String> settings(VaspOutput output) {
    TreeMap<String, String> settings = new TreeMap<>();
    Map<String, String> stated = output.parameters();
    if (stated.containsKey("ISMEAR")) {
      settings.put(
          "smearing",
          "ISMEAR "
              + number(stated.get("ISMEAR"))
              + (stated.get("ISMEAR").equals("-5")
                  ? ""
                  : ", SIGMA " + number(stated.getOrDefault("SIGMA", "?")) + " eV"));
    }
    if (stated.containsKey("PREC")) {
      String word = stated.get("PREC").toLowerCase(Locale.ROOT);
      settings.put("PREC", word.substring(0, Math.min(4, word.length())));
    }
    for (String name : List.of("LASPH", "LSORBIT")) {
      if (stated.containsKey(name)) {
        settings.put(name, output.isSet(name) ? "T" : "F");
      }
    }
    charge(output).ifPresent(charge -> settings.put("charge", charge));
    return settings;
  }

  /**
   * Returns the charge: electrons of the POTCARs minus those of the calculation. Empty if it is not
   * known.
   */
  private static Optional<String> charge(VaspOutput output) {
    double electrons = 0;
    for (PotcarSpecies one : output.species()) {
      if (one.valence() == null || one.count() == null) {
        return Optional.empty();
      }
      electrons += one.valence() * one.count();
    }
    try {
      double stated = Double.parseDouble(output.parameters().getOrDefault("NELECT", ""));
      double charge = Math.rint((electrons - stated) * 1000) / 1000 + 0.0;
      return Optional.of(number(Double.toString(charge)));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /**
   * Returns the dipole correction. If nothing is stated there is none, as this is VASP's default.
   */
  private static SortedMap<String, String> dipole(VaspOutput output) {
    boolean corrected = output.isSet("LDIPOL");
    int direction = output.integer("IDIPOL", 0);
    TreeMap<String, String> dipole = new TreeMap<>();
    dipole.put("LDIPOL", corrected ? "T" : "F");
    dipole.put("IDIPOL", Integer.toString(direction));
    dipole.put("DIPOL", corrected || direction > 0 ? centre(output) : UNSET);
    return dipole;
  }

  /** Returns the centre of the correction. VASP prints -100 where none is set. */
  private static String centre(VaspOutput output) {
    String stated = output.parameters().getOrDefault("DIPOL", "").strip();
    if (stated.isEmpty() || stated.startsWith("-100")) {
      return UNSET;
    }
    return Arrays.stream(stated.split("\\s+", -1))
        .map(VaspTheory::number)
        .collect(Collectors.joining(" "));
  }

  private static String functional(VaspOutput output) {
    Map<String, String> stated = output.parameters();
    if (output.isSet("LHFCALC")) {
      String mixing = number(stated.getOrDefault("AEXX", "?"));
      String screening = number(stated.getOrDefault("HFSCREEN", "?"));
      return mixing.equals("0.25") && screening.equals("0.2")
          ? "HSE06"
          : "hybrid (AEXX " + mixing + ", HFSCREEN " + screening + ")";
    }
    String meta = stated.getOrDefault("METAGGA", "--");
    if (!meta.equals("--") && !meta.equals("F")) {
      return meta;
    }
    String gga = stated.getOrDefault("GGA", "--");
    String code = gga.equals("--") ? output.potcarExchange() : gga;
    return code == null ? "unknown" : GGA.getOrDefault(code, "GGA=" + code);
  }

  private static String dispersion(VaspOutput output) {
    if (output.isSet("LUSE_VDW")) {
      return "-vdW-DF";
    }
    String method = output.parameters().getOrDefault("IVDW", output.isSet("LVDW") ? "1" : "0");
    return DISPERSION.getOrDefault(method, "-IVDW(" + method + ")");
  }

  /**
   * Returns the U values that are not zero, sorted by size, because a slab with an ion has one more
   * POTCAR.
   */
  private static String hubbard(VaspOutput output) {
    String values = output.parameters().get("LDAUU");
    if (!output.parameters().containsKey("LDAUTYPE") || values == null) {
      return "";
    }
    String sizes =
        Arrays.stream(values.split("\\s+", -1))
            .map(VaspTheory::number)
            .filter(u -> !u.equals("0"))
            .sorted()
            .collect(Collectors.joining("/"));
    return sizes.isEmpty() ? "" : "+U(" + sizes + ")";
  }

  private static String kPoints(VaspOutput output) {
    if (output.mesh() == null) {
      return output.parameters().getOrDefault("NKPTS", "?") + " irreducible";
    }
    return output.mesh().equals("1x1x1") ? "Gamma" : output.mesh();
  }

  /** Shortens a number by dropping trailing zeros, so that "500.0" becomes "500". */
  private static String number(String text) {
    try {
      double value = Double.parseDouble(text);
      return value == Math.rint(value)
          ? Long.toString((long) value)
          : String.format(Locale.ROOT, "%.6f", value).replaceFirst("0+$", "");
    } catch (NumberFormatException e) {
      return text;
    }
  }
}
