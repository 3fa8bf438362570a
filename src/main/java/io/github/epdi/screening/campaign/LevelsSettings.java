package io.github.epdi.screening.campaign;

import io.github.epdi.structure.InputException;
import java.io.Serializable;
import java.util.List;

/**
 * The settings of a campaign for the electronic levels of its grids.
 *
 * @param files names of files beside a grid, in the order in which they are tried
 * @param declared numbers for every grid whose table says nothing else; null where files are looked
 *     for
 * @param withoutLevels what becomes of a grid without levels
 */
public record LevelsSettings(List<String> files, LevelsSource declared, WithoutLevels withoutLevels)
    implements Serializable {
  /** Tells what becomes of a grid without levels if the model needs them. */
  public enum WithoutLevels {
    /** The grid is rejected. */
    REJECT,
    /** The material gets a row without energies. */
    ABSTAIN
  }

  /** Copies the list. */
  public LevelsSettings {
    files = List.copyOf(files);
  }

  /**
   * Makes a source of two declared numbers, of which both or neither must be there.
   *
   * @param where what names them, for the message
   * @return null if neither is there
   * @throws InputException if one is missing
   */
  static LevelsSource declared(Double electronAffinityEv, Double workFunctionEv, String where) {
    if (electronAffinityEv == null && workFunctionEv == null) {
      return null;
    }
    if (electronAffinityEv == null || workFunctionEv == null) {
      throw new InputException(
          "Cannot use the levels of "
              + where
              + ": expected electron_affinity_ev and work_function_ev, found one of them");
    }
    return LevelsSource.of(electronAffinityEv, workFunctionEv);
  }
}
