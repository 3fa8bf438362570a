package io.github.epdi.training.study;

import io.github.epdi.dataset.Label;
import io.github.epdi.image.Colormap;
import io.github.epdi.image.Encoding;
import io.github.epdi.structure.InputException;
import io.github.epdi.training.examples.GridSource;
import io.github.epdi.training.examples.ImageOptions;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * The settings that all trainings of a study share, as they are handed to Spark's tasks.
 *
 * @param labels all labels
 * @param target column of the energies
 * @param labelsSha256 digest of the table of labels
 * @param grids where the grids are
 * @param image what all images share
 * @param copies symmetric copies that predictions average
 * @param starts weights' files by name, still with {@code {architecture}} and the like in them
 * @param directory directory of the study, the same for all workers
 */
record StudySetting(
    List<Label> labels,
    String target,
    String labelsSha256,
    GridSource grids,
    StudyPlan.Image image,
    int copies,
    Map<String, String> starts,
    String directory)
    implements Serializable {
  /** Returns how a cell's images are made. */
  ImageOptions image(StudyCell cell) {
    boolean planes = cell.encoding() == Encoding.PLANES;
    return new ImageOptions(
        cell.encoding(),
        Colormap.VIRIDIS,
        planes ? image.planesHeightsAngstrom() : List.of(image.colormapHeightAngstrom()),
        image.windowAngstrom(),
        cell.pixels(),
        image.vminEv(),
        image.vmaxEv());
  }

  /** Returns the file of a cell's initial weights, or null for random ones. */
  String start(StudyCell cell) {
    if (cell.start().equals(StudyCell.RANDOM_START)) {
      return null;
    }
    String pattern = starts.get(cell.start());
    if (pattern == null) {
      throw new InputException(
          "Cannot begin with weights "
              + cell.start()
              + ": expected random or one of "
              + starts.keySet()
              + ", found none of this name");
    }
    return pattern
        .replace("{architecture}", cell.architecture().id())
        .replace("{encoding}", cell.encoding().label())
        .replace("{pixels}", Integer.toString(cell.pixels()));
  }
}
