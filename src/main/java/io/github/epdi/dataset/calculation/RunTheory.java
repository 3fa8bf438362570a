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
 * @param functional functional, with dispersion correction and U
 * @param pseudopotentials pseudopotentials by element symbol
 * @param kPoints "Gamma", "3x3x1", or the number of points where no mesh is stated
 * @param spin "restricted", "polarised" or "noncollinear"
 * @param basisSets basis sets by element symbol; empty for plane waves
 * @param cutoff cutoff with its unit
 * @param settings other settings that change energies, by name; those that only one of two
 *     calculations states are not compared
 * @param remarked settings that two calculations of one slab should share, by the code's own name;
 *     a difference is only remarked
 */
public record RunTheory(
    String code,
    String functional,
    SortedMap<String, String> pseudopotentials,
    String kPoints,
    String spin,
    SortedMap<String, String> basisSets,
    String cutoff,
    SortedMap<String, String> settings,
    SortedMap<String, String> remarked) {
  /** Name of the setting with the spin multiplicity, which one more electron changes by one. */
  public static final String MULTIPLICITY = "multiplicity";

  /** Settings that must be the same for an ion alone and for a slab. */
  private static final List<String> WITH_ION =
      List.of("dispersion", "exact exchange", "method", "grid");

  /** Copies the maps. */
  public RunTheory {
    pseudopotentials = new TreeMap<>(pseudopotentials);
    basisSets = new TreeMap<>(basisSets);
    settings = new TreeMap<>(settings);
    remarked = new TreeMap<>(remarked);
  }

  /** Returns how another calculation of the same slab differs. The list is empty if it does not. */
  public List<String> differences(RunTheory other) {
    List<String> found = new ArrayList<>(energyDifferences(other));
    compare(found, "k-points", kPoints, other.kPoints);
    compare(found, "spin", spin, other.spin);
    for (Map.Entry<String, String> entry : settings.entrySet()) {
      if (WITH_ION.contains(entry.getKey())) {
        continue;
      }
      String second = other.settings.get(entry.getKey());
      if (second != null && !isOneElectronApart(entry.getKey(), entry.getValue(), second)) {
        compare(found, entry.getKey(), entry.getValue(), second);
      }
    }
    return found;
  }

  private static boolean isOneElectronApart(String name, String one, String other) {
    return name.equals(MULTIPLICITY)
        && one.matches("\\d{1,4}")
        && other.matches("\\d{1,4}")
        && Math.abs(Integer.parseInt(one) - Integer.parseInt(other)) == 1;
  }

  /** Returns remarks on settings that another calculation of the same slab has differently. */
  public List<Remark> remarks(RunTheory other) {
    List<Remark> found = new ArrayList<>();
    for (Map.Entry<String, String> entry : remarked.entrySet()) {
      String second = other.remarked.get(entry.getKey());
      if (second != null && !second.equals(entry.getValue())) {
        found.add(
            new Remark(
                entry.getKey() + "_differs",
                entry.getKey()
                    + " is "
                    + second
                    + " with the ion and "
                    + entry.getValue()
                    + " in the bare slab"));
      }
    }
    return found;
  }

  /** Returns differences in those parts that an ion alone must share too. */
  public List<String> energyDifferences(RunTheory other) {
    List<String> found = new ArrayList<>();
    compare(found, "code", code, other.code);
    compare(found, "functional", functional, other.functional);
    compare(found, "pseudopotential", pseudopotentials, other.pseudopotentials);
    compare(found, "basis set", basisSets, other.basisSets);
    compare(found, "cutoff", cutoff, other.cutoff);
    for (String name : WITH_ION) {
      if (settings.containsKey(name) && other.settings.containsKey(name)) {
        compare(found, name, settings.get(name), other.settings.get(name));
      }
    }
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

  /** Returns basis sets and cutoff as one text. */
  public String basis() {
    return Stream.concat(basisSets.values().stream().distinct().sorted(), Stream.ofNullable(cutoff))
        .collect(Collectors.joining(", "));
  }

  /**
   * Returns the names of pseudopotentials as one text, without their numbers of electrons (-q14).
   */
  public static String text(Map<String, String> pseudopotentials) {
    return new TreeMap<>(pseudopotentials)
        .values().stream()
            .map(name -> name.replaceFirst("-q\\d+$", ""))
            .distinct()
            .collect(Collectors.joining(", "));
  }
}
