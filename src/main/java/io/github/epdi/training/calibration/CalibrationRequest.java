package io.github.epdi.training.calibration;

import io.github.epdi.theory.LevelOfTheory;
import io.github.epdi.training.examples.GridSource;
import java.nio.file.Path;
import java.util.List;

/**
 * What the caller asks of a calibration.
 *
 * @param labels table of labels
 * @param grids where the grids are
 * @param bundle folder of the bundle that is calibrated
 * @param settings "key=value" of a campaign, by which the labels' grids are screened
 * @param out bundle that is written
 */
public record CalibrationRequest(
    Labels labels, GridSource grids, String bundle, List<String> settings, Path out) {
  /** Copies the list. */
  public CalibrationRequest {
    settings = List.copyOf(settings);
  }

  /**
   * The table of labels and how it is read.
   *
   * @param location CSV or Parquet
   * @param target column of the energies, eV
   * @param theory their level of theory
   * @param unusable what becomes of labels and grids that cannot be used
   */
  public record Labels(String location, String target, LevelOfTheory theory, Unusable unusable) {}

  /** What happens to labels and grids that cannot be used. */
  public enum Unusable {
    /** The calibration stops and names them. */
    STOP,
    /** The calibration goes on without them. */
    SKIP
  }
}
