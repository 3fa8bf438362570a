package io.github.epdi.tables;

import io.github.epdi.tables.encoding.TableColumn;
import java.util.List;
import java.util.stream.Stream;

/** The columns of remarks that a user of a material should bear in mind. */
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

  /** Holds no remarks. */
  public static final Remarks NONE = new Remarks(List.of(), List.of());

  /** Returns these remarks with further flags. */
  Remarks with(List<String> further) {
    return new Remarks(
        levelOfTheoryMismatch, Stream.concat(flags.stream(), further.stream()).toList());
  }

  /** Copies the lists. Flags are sorted, and each is kept once. */
  public Remarks {
    levelOfTheoryMismatch = List.copyOf(levelOfTheoryMismatch);
    flags = flags.stream().distinct().sorted().toList();
  }
}
