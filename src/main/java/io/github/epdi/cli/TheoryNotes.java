package io.github.epdi.cli;

import io.github.epdi.model.BundleMetadata;
import io.github.epdi.structure.InputException;
import io.github.epdi.theory.LevelOfTheory;
import io.github.epdi.theory.TheoryPart;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Says where the levels of theory of a model and a reference differ. */
final class TheoryNotes {
  private static final Set<TheoryPart> COMPARED =
      EnumSet.of(TheoryPart.CODE, TheoryPart.FUNCTIONAL, TheoryPart.K_POINTS, TheoryPart.SPIN);

  private TheoryNotes() {}

  /**
   * Returns one line for each difference in code, functional, k-points and spin that both state.
   *
   * @throws InputException if they are of different ions
   */
  static List<String> of(BundleMetadata model, LevelOfTheory reference) {
    if (reference.ion() != null && !reference.ion().equals(model.ion())) {
      throw new InputException(
          "Cannot compare: expected paths of " + model.ion() + ", found " + reference.ion());
    }
    if (model.theory() == null) {
      return List.of();
    }
    return model.theory().differences(reference).stream()
        .filter(difference -> COMPARED.contains(difference.part()) && difference.other() != null)
        .map(
            difference ->
                "Other level of theory: "
                    + difference.part().key().replace('_', '-')
                    + " "
                    + difference.stated()
                    + " (model), "
                    + difference.other()
                    + " (NEB)")
        .toList();
  }
}
