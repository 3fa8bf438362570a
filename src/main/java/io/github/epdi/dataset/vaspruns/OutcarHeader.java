package io.github.epdi.dataset.vaspruns;

import io.github.epdi.dataset.calculation.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Settings and species that an OUTCAR states before its first electronic step. A POTCAR is read in
 * the same way.
 */
final class OutcarHeader {
  private static final Pattern SETTING = Pattern.compile("(\\w+)\\s*=\\s*([^\\s;]+)");
  private static final Pattern CUTOFF = Pattern.compile("ENMAX\\s*=\\s*(\\d+\\.?\\d*)\\s*;");
  private static final Pattern MESH =
      Pattern.compile("generate k-points for:\\s*(\\d+)\\s+(\\d+)\\s+(\\d+)");
  private static final String PER_TYPE = "ions per type =";
  private static final String LISTED = " POTCAR:";
  private static final Set<String> KNOWN =
      Set.of(
          "ISPIN",
          "LNONCOLLINEAR",
          "LSORBIT",
          "ENCUT",
          "PREC",
          "LASPH",
          "EDIFF",
          "NELM",
          "NELECT",
          "NSW",
          "IBRION",
          "ISMEAR",
          "SIGMA",
          "LDIPOL",
          "IDIPOL",
          "ML_LMLFF",
          "GGA",
          "METAGGA",
          "LHFCALC",
          "AEXX",
          "HFSCREEN",
          "LDAUTYPE",
          "NIONS",
          "NKPTS");

  private final Map<String, String> parameters = new HashMap<>();
  private final PotcarBlocks blocks = new PotcarBlocks();
  private final List<String> listed = new ArrayList<>();
  private final List<Integer> counts = new ArrayList<>();
  private double largestCutoff;
  private String exchange;
  private String mesh;
  private boolean counting;

  /**
   * Takes a line. A later value replaces an earlier one, because the last one before the first
   * iteration is what VASP made of the INCAR.
   */
  void take(String line, Place place) {
    if (counting && line.strip().matches("[\\d\\s]+")) {
      takeCounts(line, place);
      return;
    }
    counting = false;
    if (line.startsWith(LISTED)) {
      listed.add(line.substring(LISTED.length()).strip());
    } else if (line.contains("VRHFIN") || line.contains("TITEL") || line.contains("POMASS")) {
      blocks.take(line, place);
    } else if (line.contains("ENMAX") && line.contains("ENMIN")) {
      Matcher found = CUTOFF.matcher(line);
      largestCutoff =
          Math.max(
              largestCutoff, found.find() ? place.real(found.group(1), "a cutoff (ENMAX)") : 0);
    } else if (line.contains("LEXCH")) {
      Matcher setting = SETTING.matcher(line);
      if (setting.find() && setting.group(2).matches("[A-Z]+|91")) {
        exchange = setting.group(2);
      }
    } else if (line.contains("generate k-points for:")) {
      Matcher found = MESH.matcher(line);
      mesh = found.find() ? found.group(1) + "x" + found.group(2) + "x" + found.group(3) : null;
    } else if (line.contains(PER_TYPE)) {
      counts.clear();
      counting = true;
      takeCounts(line.substring(line.indexOf(PER_TYPE) + PER_TYPE.length()), place);
    } else if (line.contains("LDAUU")) {
      parameters.put("LDAUU", line.substring(line.indexOf('=') + 1).strip());
    } else if (line.strip().matches("DIPOL\\s*=.*")) {
      String value = line.substring(line.indexOf('=') + 1).replaceFirst("[!#].*", "");
      parameters.put("DIPOL", value.strip().replaceAll("\\s+", " "));
    } else if (line.indexOf('=') > 0) {
      takeSettings(line, KNOWN);
    }
  }

  void takeSettings(String line, Set<String> names) {
    for (Matcher setting = SETTING.matcher(line); setting.find(); ) {
      if (names.contains(setting.group(1))) {
        parameters.put(setting.group(1), setting.group(2));
      }
    }
  }

  private void takeCounts(String text, Place place) {
    for (String word : text.strip().split("\\s+", -1)) {
      counts.add(place.integer(word, "a number of ions per type"));
    }
  }

  Map<String, String> parameters() {
    return parameters;
  }

  String exchange() {
    return exchange;
  }

  String mesh() {
    return mesh;
  }

  /**
   * Returns the POTCARs in order. Where none has a title, they are taken from the list at the
   * beginning of the file, which names each of them once or twice.
   */
  List<PotcarSpecies> species() {
    List<PotcarSpecies> species = blocks.species();
    if (species.isEmpty()) {
      int half = listed.size() / 2;
      boolean twice =
          half > 0
              && listed.size() % 2 == 0
              && listed.subList(0, half).equals(listed.subList(half, listed.size()));
      listed
          .subList(0, twice ? half : listed.size())
          .forEach(title -> species.add(new PotcarSpecies(title, null, null, null)));
    }
    return counted(species);
  }

  /** Adds the ions per type. Returns no species if their number differs from that of the types. */
  private List<PotcarSpecies> counted(List<PotcarSpecies> species) {
    if (counts.isEmpty()) {
      return species;
    }
    if (counts.size() != species.size()) {
      return List.of();
    }
    List<PotcarSpecies> counted = new ArrayList<>();
    for (int i = 0; i < counts.size(); i++) {
      PotcarSpecies one = species.get(i);
      counted.add(new PotcarSpecies(one.title(), one.origin(), one.valence(), counts.get(i)));
    }
    return counted;
  }

  /** Returns the largest ENMAX, eV, or null if none is stated. */
  String largestCutoff() {
    return largestCutoff > 0 ? Double.toString(largestCutoff) : null;
  }
}
