package io.github.epdi.cli;

import io.github.epdi.cli.shell.ExitCodes;
import io.github.epdi.cli.shell.Terminal;
import io.github.epdi.runs.Leftovers;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Removes what no reader of an output folder will ever see. */
@Command(
    name = "clean",
    description = "Removes what no reader of an output folder will ever see.",
    footer = {
      "",
      "That is: pieces of runs that are visible, tables that no manifest names, pieces and"
          + " manifests",
      "that were not committed. What a running driver has is left alone.",
      "Example: epdi runs clean --output results --dry-run"
    },
    mixinStandardHelpOptions = true)
final class RunsCleanCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      required = true,
      description = "The output folder of the campaign; a local path unless it has a scheme.")
  private String output;

  @Option(names = "--dry-run", description = "Say what would be removed, remove nothing.")
  private boolean dryRun;

  @Option(
      names = "--unfinished",
      description = "Remove runs that did not come to their end too: they cannot go on any more.")
  private boolean unfinished;

  @Option(
      names = "--older-than",
      paramLabel = "HOURS",
      defaultValue = "24",
      description = "Keep what was written within so many hours. Default: ${DEFAULT-VALUE}")
  private double olderThanHours;

  @Override
  public Integer call() {
    if (!(olderThanHours >= 0)) {
      throw new ParameterException(
          spec.commandLine(), "Expected --older-than of 0 or more, found " + olderThanHours);
    }
    Leftovers leftovers = new Leftovers(RunsCommand.layout(output), new Configuration());
    List<Leftovers.Leftover> found =
        leftovers.find(
            unfinished ? Leftovers.Unfinished.REMOVE : Leftovers.Unfinished.KEEP,
            Duration.ofMillis(Math.round(olderThanHours * 3.6e6)));
    if (!dryRun) {
      leftovers.remove(found);
    }
    PrintWriter out = spec.commandLine().getOut();
    for (Leftovers.Leftover leftover : found) {
      out.println(
          (dryRun ? "Would remove " : "Removed ")
              + Terminal.plain(leftover.path().toString())
              + " ("
              + leftover.reason()
              + ", "
              + RunsCommand.megabytes(leftover.bytes())
              + ")");
    }
    if (found.isEmpty()) {
      out.println("Nothing to remove");
    }
    out.flush();
    return ExitCodes.DONE;
  }
}
