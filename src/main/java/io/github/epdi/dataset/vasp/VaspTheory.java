package io.github.epdi.dataset.vasp;

import io.github.epdi.dataset.calculation.RunTheory;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Names the level of theory of an OUTCAR. */
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

  private VaspTheory() {}

  static RunTheory of(Outcar outcar) {
    return new RunTheory(
        "VASP " + outcar.version(),
        functional(outcar) + dispersion(outcar) + hubbard(outcar),
        outcar.titles(),
        kPoints(outcar),
        outcar.isSet("LNONCOLLINEAR")
            ? "noncollinear"
            : outcar.integer("ISPIN", 1) == 2 ? "polarised" : "restricted",
        new TreeMap<>(),
        outcar.parameters().containsKey("ENCUT")
            ? number(outcar.parameters().get("ENCUT")) + " eV"
            : null);
  }

  private static String functional(Outcar outcar) {
    Map<String, String> stated = outcar.parameters();
    if (outcar.isSet("LHFCALC")) {
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
    String code = gga.equals("--") ? outcar.potcarExchange() : gga;
    return code == null ? "unknown" : GGA.getOrDefault(code, "GGA=" + code);
  }

  private static String dispersion(Outcar outcar) {
    if (outcar.isSet("LUSE_VDW")) {
      return "-vdW-DF";
    }
    String method = outcar.parameters().getOrDefault("IVDW", outcar.isSet("LVDW") ? "1" : "0");
    return DISPERSION.getOrDefault(method, "-IVDW(" + method + ")");
  }

  /** The U of the species that have one, by size: POTCARs of a slab with an ion have one more. */
  private static String hubbard(Outcar outcar) {
    String values = outcar.parameters().get("LDAUU");
    if (!outcar.parameters().containsKey("LDAUTYPE") || values == null) {
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

  private static String kPoints(Outcar outcar) {
    if (outcar.mesh() == null) {
      return outcar.parameters().getOrDefault("NKPTS", "?") + " irreducible";
    }
    return outcar.mesh().equals("1x1x1") ? "Gamma" : outcar.mesh();
  }

  /** A number without zeros that say nothing: "500.0" is "500". */
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
