package io.github.epdi.theory;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The parts of a level of theory, in the order in which they are written and compared. */
public enum TheoryPart {
  /** Program and version. */
  CODE(LevelOfTheory::code),
  /** Exchange-correlation functional with its dispersion correction. */
  FUNCTIONAL(LevelOfTheory::functional),
  /** Family of pseudopotentials. */
  PSEUDOPOTENTIALS(LevelOfTheory::pseudopotentials),
  /** Sampling of the Brillouin zone. */
  K_POINTS(LevelOfTheory::kPoints),
  /** "restricted" or "polarised". */
  SPIN(LevelOfTheory::spin),
  /** The mobile ion. */
  ION(LevelOfTheory::ion),
  /** What the ion's energy is counted from. */
  REFERENCE(LevelOfTheory::reference),
  /** How a label's geometry was made. */
  LABEL_KIND(LevelOfTheory::labelKind);

  @SuppressWarnings("ImmutableEnumChecker") // accessors have no state
  private final Function<LevelOfTheory, String> accessor;

  TheoryPart(Function<LevelOfTheory, String> accessor) {
    this.accessor = accessor;
  }

  /** Returns the key in files and campaigns, such as "k_points". */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the keys of all parts. */
  public static List<String> keys() {
    return Arrays.stream(values()).map(TheoryPart::key).toList();
  }

  /** Returns what a level of theory states about this part, or null if it states nothing. */
  public String of(LevelOfTheory theory) {
    return accessor.apply(theory);
  }
}
