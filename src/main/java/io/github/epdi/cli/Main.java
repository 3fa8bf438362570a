package io.github.epdi.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code epdi}: screens lithium diffusion on two-dimensional electrode surfaces. */
@Command(
    name = "epdi",
    description = "Screens lithium diffusion on two-dimensional electrode surfaces.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      ScreenCommand.class,
      InspectCommand.class,
      RenderCommand.class,
      TrainCommand.class,
    })
public final class Main {
  private Main() {}

  /** Runs one command and ends the JVM with its exit code. */
  public static void main(String[] args) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(args, out, err));
  }

  /**
   * Runs one command.
   *
   * @return the exit code
   */
  static int run(String[] args, PrintWriter out, PrintWriter err) {
    CommandLine commandLine = commandLine().setOut(out).setErr(err);
    if (args.length == 0) {
      commandLine.usage(out);
      return ExitCodes.USAGE;
    }
    return commandLine.execute(args);
  }

  /** The command line, ready to parse. */
  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setUsageHelpWidth(100)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(new ExitCodes())
        .setParameterExceptionHandler(new UsageErrors());
  }
}
