package io.github.epdi.training.finetuning;

import io.github.epdi.image.Encoding;
import io.github.epdi.image.Frame;
import io.github.epdi.model.network.Architecture;
import io.github.epdi.model.safetensors.TensorType;
import io.github.epdi.structure.InputException;
import io.github.epdi.theory.LevelOfTheory;
import io.github.epdi.training.examples.GridSource;
import io.github.epdi.training.examples.ImageOptions;
import io.github.epdi.training.examples.SplitOptions;
import io.github.epdi.training.loop.Schedule;
import io.github.epdi.training.loop.Start;
import java.nio.file.Path;

/**
 * What the caller asks of a fine-tuning.
 *
 * @param labels table of labels
 * @param target column of the energies, eV
 * @param grids where the grids are
 * @param image how images are made
 * @param split how materials are divided
 * @param schedule how weights are changed
 * @param architecture the network
 * @param start what it begins with
 * @param copies symmetric copies that the bundle's predictions average
 * @param precision number format of the written weights, F16 or F32
 * @param theory level of theory of the labels
 * @param ion symbol of the mobile ion
 * @param licence licence of the bundle
 * @param unusable what to do about labels and grids that cannot be used
 * @param previous what to do about an unfinished training of the same bundle
 * @param out the bundle's directory, which must not exist yet
 */
public record FineTuningRequest(
    String labels,
    String target,
    GridSource grids,
    ImageOptions image,
    SplitOptions split,
    Schedule schedule,
    Architecture architecture,
    Start start,
    int copies,
    TensorType precision,
    LevelOfTheory theory,
    String ion,
    String licence,
    Unusable unusable,
    Previous previous,
    Path out) {
  /** What happens to labels and grids that cannot be used. */
  public enum Unusable {
    /** The training ends with an error that names them. */
    STOP,
    /** The training goes on without them and says so. */
    SKIP
  }

  /** What happens to an unfinished training of the same bundle. */
  public enum Previous {
    /** The training continues it if its settings are the same and otherwise ends with an error. */
    GO_ON,
    /** The training deletes it, and a finished bundle too. */
    REPLACE
  }

  /** Checks that ImageNet weights get RGB images and that the number of copies can be averaged. */
  public FineTuningRequest {
    if (start.origin() == Start.Origin.IMAGENET && image.encoding() != Encoding.COLORMAP) {
      throw new InputException(
          "Cannot begin with ImageNet weights of "
              + start.file()
              + ": expected RGB images (--encoding colormap), found --encoding "
              + image.encoding().label());
    }
    try {
      Frame.averaged(copies);
    } catch (IllegalArgumentException e) {
      throw new InputException(e.getMessage(), e);
    }
  }

  /** Returns the directory of the checkpoint while the training is not finished. */
  Path checkpointDirectory() {
    Path absolute = out.toAbsolutePath().normalize();
    return absolute.resolveSibling(absolute.getFileName() + ".training");
  }
}
