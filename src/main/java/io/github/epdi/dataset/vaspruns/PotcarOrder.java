package io.github.epdi.dataset.vaspruns;

import io.github.epdi.dataset.calculation.ImportCode;
import io.github.epdi.dataset.calculation.UnusableException;
import io.github.epdi.structure.Atom;
import io.github.epdi.structure.CrystalStructure;
import io.github.epdi.structure.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Checks that a calculation used the atoms that its structure names. VASP treats the names in a
 * POSCAR as comments. The order of the POTCARs and the number of ions of each decide which atoms
 * are calculated.
 */
final class PotcarOrder {
  private PotcarOrder() {}

  /**
   * Checks all atoms.
   *
   * @param output what VASP printed
   * @param structure the structure
   * @param structureName name of the structure's file, for the message
   * @throws UnusableException WRONG_ATOMS if they differ, UNVERIFIED if the output does not name
   *     its atoms
   */
  static void check(VaspOutput output, CrystalStructure structure, String structureName) {
    List<PotcarSpecies> species = output.species();
    if (species.isEmpty() || species.stream().anyMatch(one -> one.element().isEmpty())) {
      throw UnusableException.of(
          ImportCode.UNVERIFIED,
          "the atoms that were calculated in "
              + output.file()
              + " (TITEL or VRHFIN of each POTCAR), or a POTCAR or vasprun.xml beside it",
          species.isEmpty() ? "none" : text(species));
    }
    for (PotcarSpecies one : species) {
      if (!one.isConsistent()) {
        throw wrong(output, structure, structureName);
      }
    }
    boolean counted = species.stream().allMatch(one -> one.count() != null);
    List<Run> calculated = counted ? counted(species) : uncounted(species);
    List<Run> named = named(structure, counted);
    if (!calculated.equals(named)) {
      throw wrong(output, structure, structureName);
    }
  }

  /** Consecutive atoms of one element. The number is zero where it is not known. */
  private record Run(Element element, int atoms) {}

  private static List<Run> counted(List<PotcarSpecies> species) {
    List<Run> runs = new ArrayList<>();
    species.forEach(one -> append(runs, one.element().orElseThrow(), one.count()));
    return runs;
  }

  private static List<Run> uncounted(List<PotcarSpecies> species) {
    List<Run> runs = new ArrayList<>();
    species.forEach(one -> append(runs, one.element().orElseThrow(), 0));
    return runs;
  }

  private static List<Run> named(CrystalStructure structure, boolean counted) {
    List<Run> runs = new ArrayList<>();
    for (Atom atom : structure.atoms()) {
      append(runs, atom.element(), counted ? 1 : 0);
    }
    return runs;
  }

  private static void append(List<Run> runs, Element element, int atoms) {
    Optional<Run> last = runs.isEmpty() ? Optional.empty() : Optional.of(runs.get(runs.size() - 1));
    if (last.isPresent() && last.get().element() == element) {
      runs.set(runs.size() - 1, new Run(element, last.get().atoms() + atoms));
    } else {
      runs.add(new Run(element, atoms));
    }
  }

  private static UnusableException wrong(
      VaspOutput output, CrystalStructure structure, String structureName) {
    String names =
        named(structure, true).stream()
            .map(run -> run.element().symbol() + " " + run.atoms())
            .collect(Collectors.joining(", "));
    return UnusableException.of(
        ImportCode.WRONG_ATOMS,
        "the POTCARs of "
            + output.file()
            + " in the order of "
            + structureName
            + " ("
            + names
            + ")",
        text(output.species()));
  }

  private static String text(List<PotcarSpecies> species) {
    String titles = species.stream().map(PotcarSpecies::toString).collect(Collectors.joining(", "));
    boolean counted = species.stream().allMatch(one -> one.count() != null);
    return counted
        ? titles
            + " with ions per type "
            + species.stream()
                .map(one -> String.valueOf(one.count()))
                .collect(Collectors.joining(" "))
        : titles;
  }
}
