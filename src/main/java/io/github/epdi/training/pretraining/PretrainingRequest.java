package io.github.epdi.training.pretraining;

import io.github.epdi.grid.PotentialConventions;
import io.github.epdi.model.network.Architecture;
import io.github.epdi.structure.InputException;
import io.github.epdi.training.examples.ImageOptions;
import io.github.epdi.training.loop.Schedule;
import io.github.epdi.training.loop.Start;
import io.github.epdi.training.loop.Turns;
import java.nio.file.Path;

/**
 * All that a pretraining is asked for.
 *
 * @param directory of grids
 * @param conventions what is declared of their values
 * @param image how images are made
 * @param architecture the network
 * @param schedule how weights are changed
 * @param start weights to begin with (the last layer is another one)
 * @param sites places of the grids that images are made of
 * @param turns of the images
 * @param heldOut share of the grids that only say how well it went
 * @param out safetensors file to write
 */
public record PretrainingRequest(
    String directory,
    PotentialConventions conventions,
    ImageOptions image,
    Architecture architecture,
    Schedule schedule,
    Start start,
    PlaceChoice sites,
    Turns turns,
    double heldOut,
    Path out) {
  /** Checks what the parts do not check themselves. */
  public PretrainingRequest {
    if (!(heldOut >= 0 && heldOut < 1)) {
      throw new InputException(
          "Cannot pretrain: expected a held-out share of 0 to below 1, found " + heldOut);
    }
  }

  /** Where the checkpoint is while the pretraining is not finished. */
  Path checkpointDirectory() {
    Path absolute = out.toAbsolutePath().normalize();
    return absolute.resolveSibling(absolute.getFileName() + ".training");
  }
}
