package io.github.epdi.dataset;

import io.github.epdi.tables.dataset.LabelRow;
import io.github.epdi.tables.dataset.NebRow;
import io.github.epdi.tables.dataset.TheoryValue;
import io.github.epdi.theory.LevelOfTheory;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The level of theory of a whole data set. A field that differs between rows reads "mixed".
 * Pseudopotentials of all elements are listed together.
 *
 * @param theory the common level of theory
 * @param warnings one for each field that is mixed
 */
record DatasetTheory(LevelOfTheory theory, List<String> warnings) {
  static DatasetTheory of(List<LabelRow> labels, List<NebRow> neb) {
    List<TheoryValue> values =
        Stream.concat(
                labels.stream().map(row -> row.source().theory()),
                neb.stream().map(row -> row.source().theory()))
            .distinct()
            .toList();
    List<String> warnings = new ArrayList<>();
    LevelOfTheory theory =
        new LevelOfTheory(
            one("code", row -> row.levelOfTheory().code(), values, warnings),
            one("functional", row -> row.levelOfTheory().functional(), values, warnings),
            union(values),
            one("k_points", row -> row.levelOfTheory().kPoints(), values, warnings),
            one("spin", row -> row.levelOfTheory().spin(), values, warnings),
            one("ion", row -> row.levelOfTheory().ion(), values, warnings),
            one("reference", row -> row.levelOfTheory().reference(), values, warnings),
            labelKind(labels));
    one("basis", TheoryValue::basis, values, warnings);
    return new DatasetTheory(theory, warnings);
  }

  private static String one(
      String name,
      Function<TheoryValue, String> field,
      List<TheoryValue> values,
      List<String> warnings) {
    TreeSet<String> found = new TreeSet<>();
    values.stream().map(field).filter(value -> value != null).forEach(found::add);
    if (found.size() > 1) {
      String mixed = "mixed: " + String.join("; ", found);
      warnings.add("The data set is of several levels of theory: " + name + " " + mixed);
      return mixed;
    }
    return found.isEmpty() ? null : found.first();
  }

  private static String union(List<TheoryValue> values) {
    TreeSet<String> found = new TreeSet<>();
    for (TheoryValue value : values) {
      if (value.levelOfTheory().pseudopotentials() != null) {
        found.addAll(List.of(value.levelOfTheory().pseudopotentials().split(", ", -1)));
      }
    }
    return found.isEmpty() ? null : String.join(", ", found);
  }

  /**
   * Lists all kinds of labels without a warning, because relaxed minima and saddles of bands belong
   * together.
   */
  private static String labelKind(List<LabelRow> labels) {
    TreeSet<String> found = new TreeSet<>();
    labels.stream()
        .map(row -> row.source().theory().levelOfTheory().labelKind())
        .filter(kind -> kind != null)
        .forEach(found::add);
    return found.isEmpty() ? null : String.join(", ", found);
  }
}
