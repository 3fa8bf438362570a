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
 * What the caller asks of a pretraining.
 *
 * @param directory directory of the grids
 * @param conventions conventions that are declared for their values
 * @param image how images are made
 * @param architecture the network
 * @param schedule how weights are changed
 * @param start weights to begin with; the last layer is always a new one
 * @param sites places of the grids that images are made of
 * @param turns angles by which images are turned
 * @param heldOut share of the grids that are not trained on and measure how well it went
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
  /** Checks that the held-out share is at least 0 and below 1. */
  public PretrainingRequest {
    if (!(heldOut >= 0 && heldOut < 1)) {
      throw new InputException(
          "Cannot pretrain: expected a held-out share of 0 to below 1, found " + heldOut);
    }
  }

  /** Returns the directory of the checkpoint while the pretraining is not finished. */
  Path checkpointDirectory() {
    Path absolute = out.toAbsolutePath().normalize();
    return absolute.resolveSibling(absolute.getFileName() + ".training");
  }
}
