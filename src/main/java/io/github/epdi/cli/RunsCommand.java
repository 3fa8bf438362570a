package io.github.epdi.cli;

import io.github.epdi.cli.shell.ExitCodes;
import io.github.epdi.cli.shell.OutputFolder;
import io.github.epdi.cli.shell.Terminal;
import io.github.epdi.runs.RunLayout;
import io.github.epdi.runs.RunStates;
import io.github.epdi.structure.InputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Lists the runs of an output folder. */
@Command(
    name = "runs",
    description = "Lists the runs of an output folder: visible, running, unfinished.",
    footer = {
      "",
      "A run is visible as a whole or not at all. An unfinished one goes on where it was when its",
      "campaign is screened again.",
      "Example: epdi runs --output results"
    },
    subcommands = {RunsCleanCommand.class, RunsVerifyCommand.class},
    mixinStandardHelpOptions = true)
final class RunsCommand implements Callable<Integer> {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  @Spec private CommandSpec spec;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description = "The output folder of the campaign; a local path unless it has a scheme.")
  private String output;

  @Override
  public Integer call() {
    if (output == null) { // the parser would require it before clean too
      throw new ParameterException(spec.commandLine(), "Missing required option: '--output=DIR'");
    }
    PrintWriter out = spec.commandLine().getOut();
    List<RunStates.RunState> runs = new RunStates(layout(output), new Configuration()).list();
    runs.forEach(run -> out.println(text(run)));
    if (runs.isEmpty()) {
      out.println("No runs in " + Terminal.plain(output));
    }
    out.flush();
    return ExitCodes.DONE;
  }

  /**
   * Returns the layout of an output folder.
   *
   * @throws InputException if there is none
   */
  static RunLayout layout(String output) {
    Path root = new Path(OutputFolder.location(output));
    try {
      if (!root.getFileSystem(new Configuration()).exists(root)) {
        throw new InputException(
            "Cannot list runs in "
                + output
                + ": expected a screening's output folder, found nothing there");
      }
    } catch (IOException e) {
      throw new InputException("Cannot list runs in " + output + ": " + e.getMessage(), e);
    }
    return new RunLayout(root);
  }

  private static String text(RunStates.RunState run) {
    String state = run.state().name().toLowerCase(Locale.ROOT);
    String size = megabytes(run.bytes());
    if (run.state() == RunStates.State.VISIBLE) {
      return String.format(
          Locale.ROOT,
          "%s  %-10s  %d grids, %d rejects, committed %s, %s",
          run.runId(),
          state,
          run.grids(),
          run.rejects(),
          TIME.format(run.touched()),
          size);
    }
    return String.format(
        Locale.ROOT,
        "%s  %-10s  %d pieces, last written %s, %s%s",
        run.runId(),
        state,
        run.pieces(),
        TIME.format(run.touched()),
        size,
        run.driver() == null
            ? ""
            : ", by process " + run.driver().process() + " on " + run.driver().machine());
  }

  static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }
}
