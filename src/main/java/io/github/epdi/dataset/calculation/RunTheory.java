package io.github.epdi.dataset.calculation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The level of theory that one output states.
 *
 * @param code program and version
 * @param functional with dispersion correction and U
 * @param pseudopotentials by element's symbol
 * @param kPoints "Gamma", "3x3x1", or the number of points where no mesh is stated
 * @param spin "restricted", "polarised" or "noncollinear"
 * @param basisSets by element's symbol; empty for plane waves
 * @param cutoff with its unit
 */
public record RunTheory(
    String code,
    String functional,
    SortedMap<String, String> pseudopotentials,
    String kPoints,
    String spin,
    SortedMap<String, String> basisSets,
    String cutoff) {
  public RunTheory {
    pseudopotentials = new TreeMap<>(pseudopotentials);
    basisSets = new TreeMap<>(basisSets);
  }

  /** What differs from another calculation of the same slab; empty if nothing does. */
  public List<String> differences(RunTheory other) {
    List<String> found = new ArrayList<>(energyDifferences(other));
    compare(found, "k-points", kPoints, other.kPoints);
    compare(found, "spin", spin, other.spin);
    return found;
  }

  /** What differs of that which holds for an ion alone, too. */
  public List<String> energyDifferences(RunTheory other) {
    List<String> found = new ArrayList<>();
    compare(found, "code", code, other.code);
    compare(found, "functional", functional, other.functional);
    compare(found, "pseudopotential", pseudopotentials, other.pseudopotentials);
    compare(found, "basis set", basisSets, other.basisSets);
    compare(found, "cutoff", cutoff, other.cutoff);
    return found;
  }

  private static void compare(
      List<String> found, String what, Map<String, String> expected, Map<String, String> other) {
    for (Map.Entry<String, String> entry : expected.entrySet()) {
      String second = other.get(entry.getKey());
      if (second != null) {
        compare(found, what + " of " + entry.getKey(), entry.getValue(), second);
      }
    }
  }

  private static void compare(List<String> found, String what, String expected, String other) {
    if (!Objects.equals(expected, other)) {
      found.add(what + " " + other + " instead of " + expected);
    }
  }

  /** Basis sets and cutoff in one text. */
  public String basis() {
    return Stream.concat(basisSets.values().stream().distinct().sorted(), Stream.ofNullable(cutoff))
        .collect(Collectors.joining(", "));
  }

  /** One text of pseudopotentials: their names, numbers of electrons (-q14) aside. */
  public static String text(Map<String, String> pseudopotentials) {
    return new TreeMap<>(pseudopotentials)
        .values().stream()
            .map(name -> name.replaceFirst("-q\\d+$", ""))
            .distinct()
            .collect(Collectors.joining(", "));
  }
}
