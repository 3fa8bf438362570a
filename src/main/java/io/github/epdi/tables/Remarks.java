package io.github.epdi.tables;

import io.github.epdi.tables.columns.TableColumn;
import java.util.List;

/** Columns of what is to be borne in mind with a material. */
public record Remarks(
    @TableColumn(
            name = "level_of_theory_mismatch",
            meaning =
                "What the grids' declared level of theory has otherwise than the model's "
                    + "labels: code, functional, ...; empty if nothing.")
        List<String> levelOfTheoryMismatch,
    @TableColumn(
            name = "flags",
            meaning = "Remarks in alphabetical order; empty if there are none.")
        List<String> flags) {

  /** Nothing to remark. */
  public static final Remarks NONE = new Remarks(List.of(), List.of());

  /** Copies the lists; flags are sorted and named once. */
  public Remarks {
    levelOfTheoryMismatch = List.copyOf(levelOfTheoryMismatch);
    flags = flags.stream().distinct().sorted().toList();
  }
}
