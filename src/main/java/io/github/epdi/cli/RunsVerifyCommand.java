package io.github.epdi.cli;

import io.github.epdi.cli.shell.ExitCodes;
import io.github.epdi.cli.shell.Terminal;
import io.github.epdi.runs.RunVerification;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks the files of an output folder against its manifests. */
@Command(
    name = "verify",
    description = "Holds every file of an output folder's tables against its manifests.",
    footer = {
      "",
      "Each file that a manifest names must be there, of the length, with the content (SHA-256)"
          + " and",
      "of the number of rows that the manifest says. Prints one line for each file that is not,"
          + " and",
      "then ends with exit code 2. Useful after an output folder was copied.",
      "Example: epdi runs verify --output results"
    },
    mixinStandardHelpOptions = true)
final class RunsVerifyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      required = true,
      description = "The output folder of the campaign; a local path unless it has a scheme.")
  private String output;

  @Override
  public Integer call() {
    RunVerification.Report report =
        new RunVerification(RunsCommand.layout(output), new Configuration()).check();
    PrintWriter out = spec.commandLine().getOut();
    report.faults().forEach(fault -> out.println(Terminal.plain(fault)));
    out.printf(
        Locale.ROOT,
        "%d files of %d manifests (%s): %s%n",
        report.files(),
        report.manifests(),
        RunsCommand.megabytes(report.bytes()),
        report.faults().isEmpty()
            ? "all are as they were written"
            : report.faults().size() + (report.faults().size() == 1 ? " fault" : " faults"));
    out.flush();
    return report.faults().isEmpty() ? ExitCodes.DONE : ExitCodes.BAD_INPUT;
  }
}
