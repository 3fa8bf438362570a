package io.github.epdi.cli;

import io.github.epdi.grid.LevelOfTheory;
import io.github.epdi.model.BundleMetadata;
import io.github.epdi.structure.InputException;
import java.util.ArrayList;
import java.util.List;

/** Says where a model and a reference are of different levels of theory. */
final class TheoryNotes {
  private TheoryNotes() {}

  /**
   * One line for each difference in what both state.
   *
   * @throws InputException if they are of different ions
   */
  static List<String> of(BundleMetadata model, LevelOfTheory reference) {
    if (reference.ion() != null && !reference.ion().equals(model.ion())) {
      throw new InputException(
          "Cannot compare: expected paths of " + model.ion() + ", found " + reference.ion());
    }
    List<String> notes = new ArrayList<>();
    LevelOfTheory theory = model.theory();
    if (theory != null) {
      note(notes, "code", theory.code(), reference.code());
      note(notes, "functional", theory.functional(), reference.functional());
      note(notes, "k-points", theory.kPoints(), reference.kPoints());
      note(notes, "spin", theory.spin(), reference.spin());
    }
    return notes;
  }

  private static void note(List<String> notes, String what, String model, String reference) {
    if (model != null && reference != null && !model.equals(reference)) {
      notes.add(
          "Other level of theory: " + what + " " + model + " (model), " + reference + " (NEB)");
    }
  }
}
