package io.github.epdi.training.affinity;

import io.github.epdi.theory.LevelOfTheory;
import io.github.epdi.training.examples.GridSource;
import java.nio.file.Path;
import java.util.List;

/**
 * What the caller asks of a training without images.
 *
 * @param labels table of labels
 * @param grids where the grids are
 * @param levelsNames names of files of levels beside the grids, in the order in which they are
 *     tried
 * @param bundle bundle that is written
 */
public record AffinityRequest(
    Labels labels, GridSource grids, List<String> levelsNames, Bundle bundle) {
  /** Copies the list. */
  public AffinityRequest {
    levelsNames = List.copyOf(levelsNames);
  }

  /**
   * The table of labels and how it is read.
   *
   * @param location CSV or Parquet
   * @param target column of the energies, eV
   * @param unusable what becomes of labels, grids and levels that cannot be used
   */
  public record Labels(String location, String target, Unusable unusable) {}

  /** What happens to labels, grids and levels that cannot be used. */
  public enum Unusable {
    /** The training stops and names them. */
    STOP,
    /** The training goes on without them. */
    SKIP
  }

  /**
   * The bundle that is written.
   *
   * @param theory level of theory of the labels
   * @param ion the mobile ion
   * @param licence SPDX identifier
   * @param existing what becomes of a bundle that is there already
   * @param directory where it is written
   */
  public record Bundle(
      LevelOfTheory theory, String ion, String licence, Existing existing, Path directory) {}

  /** What happens to a bundle that is there already. */
  public enum Existing {
    /** The training fails with an error. */
    REFUSE,
    /** The training replaces it. */
    REPLACE
  }
}
