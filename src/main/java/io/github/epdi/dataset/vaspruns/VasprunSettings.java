package io.github.epdi.dataset.vaspruns;

import io.github.epdi.dataset.calculation.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a vasprun.xml states before its steps: version, parameters, k-points and species. */
final class VasprunSettings {
  private static final Set<String> HUBBARD = Set.of("LDAUTYPE", "LDAUU");

  /** LEXCH of the POTCARs by the first word of their titles. */
  private static final Map<String, String> EXCHANGE =
      Map.of("PAW_PBE", "PE", "PAW_GGA", "91", "PAW", "CA", "PAW_LDA", "CA");

  private final Map<String, String> parameters = new HashMap<>();
  private final List<PotcarSpecies> species = new ArrayList<>();
  private String version = "";
  private String mesh;
  private String scheme = "";
  private int atoms;
  private int points;

  void item(String name, String text, Collection<String> path) {
    if (path.contains("generator") && name.equals("version")) {
      version = text;
    } else if (path.contains("incar") || path.contains("parameters")) {
      parameters.put(name, text);
    }
  }

  void vector(String name, String text, Collection<String> path) {
    if (path.contains("incar") || path.contains("parameters")) {
      parameters.put(name, text.replaceAll("\\s+", " "));
    } else if (path.contains("generation") && name.equals("divisions")) {
      mesh = String.join("x", text.split("\\s+", -1));
    }
  }

  void scheme(String name) {
    scheme = name == null ? "" : name;
  }

  void countPoint() {
    points++;
  }

  void atoms(String text, Place place) {
    atoms = place.integer(text, "the number of atoms");
  }

  /**
   * Takes a row. In the table of types it has five columns: number, element, mass, valence, title.
   */
  void species(List<String> columns, Place place, Collection<String> path) {
    if (columns.size() == 5 && path.contains("atominfo")) {
      species.add(
          new PotcarSpecies(
              columns.get(4).replaceAll("\\s+", " "),
              columns.get(1),
              place.real(columns.get(3), "a number of valence electrons"),
              place.integer(columns.get(0), "a number of atoms of a type")));
    }
  }

  private boolean isSet(String name) {
    return parameters
        .getOrDefault(name, "F")
        .replace(".", "")
        .toUpperCase(Locale.ROOT)
        .startsWith("T");
  }

  VaspOutput output(VasprunSteps steps, Set<VaspOutput.Milestone> milestones) {
    parameters.putIfAbsent("ENCUT", parameters.getOrDefault("ENMAX", "?"));
    parameters.put("NKPTS", Integer.toString(points));
    if (!isSet("LDAU")) {
      parameters.keySet().removeAll(HUBBARD);
    }
    steps.milestones(parameters, milestones);
    String first = species.isEmpty() ? "" : species.get(0).title().replaceFirst(" .*", "");
    boolean listed = scheme.isEmpty() || scheme.toLowerCase(Locale.ROOT).startsWith("list");
    return new VaspOutput(
        VaspRuns.VASPRUN,
        version.replaceFirst("^(\\d+\\.\\d+(?:\\.\\d+)?).*$", "$1"),
        atoms,
        parameters,
        species,
        EXCHANGE.get(first),
        listed ? null : mesh,
        milestones,
        steps.last(),
        steps.forceField(isSet("ML_LMLFF")),
        null,
        List.of());
  }
}
