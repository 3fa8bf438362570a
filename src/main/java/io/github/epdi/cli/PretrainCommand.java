package io.github.epdi.cli;

import io.github.epdi.cli.shell.ExitCodes;
import io.github.epdi.cli.shell.StatusLine;
import io.github.epdi.cli.shell.Terminal;
import io.github.epdi.cli.shell.Verbosity;
import io.github.epdi.model.network.Architecture;
import io.github.epdi.structure.InputException;
import io.github.epdi.structure.SiteKind;
import io.github.epdi.training.loop.Start;
import io.github.epdi.training.loop.Turns;
import io.github.epdi.training.pretraining.PlaceChoice;
import io.github.epdi.training.pretraining.Pretraining;
import io.github.epdi.training.pretraining.PretrainingRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Teaches a network what potentials look like, without labels. */
@Command(
    name = "pretrain",
    description = "Teaches a network what potentials look like, without labels.",
    footer = {
      "",
      "The network is to name numbers that the potential itself determines; what it learns so is a",
      "start for fine-tuning: epdi train --start FILE. A run that was killed goes on when the same",
      "command is given again.",
      "Example: epdi pretrain --grids synthetic/ --pixels 64 --out start.safetensors"
    },
    showDefaultValues = true,
    mixinStandardHelpOptions = true)
final class PretrainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--grids", required = true, description = "Directory of potential grids.")
  private String grids;

  @Option(
      names = "--out",
      required = true,
      description = "Weights to write: a new safetensors file.")
  private Path out;

  @Option(names = "--architecture", defaultValue = "DENSENET121", description = "Network.")
  private Architecture architecture;

  @Option(
      names = "--sites-per-grid",
      defaultValue = "6",
      description = "Unique sites of each grid, at most.")
  private int sitesPerGrid;

  @Option(names = "--start", description = "Initial weights (safetensors); random without it.")
  private Path start;

  @Option(
      names = "--kinds",
      split = ",",
      defaultValue = "T,H,B",
      description = "Kinds of sites that images are made of.")
  private List<SiteKind> kinds;

  @Option(
      names = "--shifted",
      defaultValue = "0",
      description =
          "Places beside each site, up to 1.2 Angstrom away, that images are made of too.")
  private int shifted;

  @Option(
      names = "--turns",
      defaultValue = "ANY",
      description = "How images are turned: any, or hexagonal (by multiples of 60 degrees).")
  private Turns turns;

  @Option(names = "--held-out", defaultValue = "0.05", description = "Share of grids to test on.")
  private double heldOut;

  @Mixin private ImageTrainingOptions image;

  @Mixin private ScheduleOptions schedule;

  @Mixin private PotentialOptions potential;

  @Option(names = "--threads", defaultValue = "1", description = "Threads of the network.")
  private int threads;

  @Override
  public Integer call() throws IOException {
    if (threads < 1) {
      throw new InputException(
          "Cannot pretrain: expected --threads of at least 1, found " + threads);
    }
    System.setProperty("ai.djl.pytorch.num_threads", Integer.toString(threads));
    CommandLine console = spec.commandLine();
    TrainingPrinter printer =
        new TrainingPrinter(
            console.getOut(),
            new StatusLine(console.getErr(), Terminal.isInteractive(), Verbosity.of(spec)),
            "deviations");
    PretrainingRequest request =
        new PretrainingRequest(
            grids,
            potential.conventions(),
            image.options(),
            architecture,
            schedule.schedule(),
            start == null ? Start.RANDOM : Start.ours(start),
            new PlaceChoice(sitesPerGrid, Set.copyOf(kinds), shifted),
            turns,
            heldOut,
            out);
    double error = new Pretraining(new Configuration(), request, printer).run();
    String heldOutError =
        Double.isNaN(error)
            ? "no grid was held out"
            : String.format(
                Locale.ROOT, "held-out grids: mean absolute error %.3f of a deviation", error);
    console.getOut().println("Wrote " + out + "; " + heldOutError + ".");
    return ExitCodes.DONE;
  }
}
