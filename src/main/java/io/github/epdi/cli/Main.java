package io.github.epdi.cli;

import io.github.epdi.cli.doctor.DoctorCommand;
import io.github.epdi.cli.export.ExportCommand;
import io.github.epdi.cli.publish.PublishCommand;
import io.github.epdi.cli.query.QueryCommand;
import io.github.epdi.cli.shell.ChoiceNames;
import io.github.epdi.cli.shell.ExitCodes;
import io.github.epdi.cli.shell.NewestJava;
import io.github.epdi.cli.shell.Terminal;
import io.github.epdi.cli.shell.UsageErrors;
import io.github.epdi.cli.shell.Verbosity;
import io.github.epdi.cli.suggest.SuggestCommand;
import io.github.epdi.structure.InputException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/**
 * The program {@code epdi}, which screens lithium diffusion on two-dimensional electrode surfaces.
 */
@Command(
    name = "epdi",
    description = "Screens lithium diffusion on two-dimensional electrode surfaces.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "First steps:",
      "  epdi doctor                                   can this machine do it?",
      "  epdi inspect LOCPOT                           what does the reader understand?",
      "  epdi predict LOCPOT --bundle my-bundle        barriers of one grid, here and now",
      "  epdi screen --campaign campaign.yaml          thousands of grids into tables",
      "Example: epdi predict jobs/demo/grids/MoS2-Ti.cube.gz --bundle jobs/demo/bundle"
    })
public final class Main implements Verbosity.Choice {
  private static final List<Class<?>> COMMANDS =
      List.of(
          ScreenCommand.class,
          InspectCommand.class,
          RenderCommand.class,
          DatasetCommand.class,
          TrainCommand.class,
          CalibrateCommand.class,
          SynthesizeCommand.class,
          PretrainCommand.class,
          StudyCommand.class,
          CompareCommand.class,
          RunsCommand.class,
          QueryCommand.class,
          PublishCommand.class,
          ReportCommand.class,
          SuggestCommand.class,
          ExportCommand.class,
          PredictCommand.class,
          DoctorCommand.class,
          ArchiveCommand.class,
          CompletionCommand.class);

  @Option(
      names = {"-q", "--quiet"},
      scope = ScopeType.INHERIT,
      description = "Say nothing but results and errors.")
  private boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      scope = ScopeType.INHERIT,
      description = "Say more: what is done on the way, and where errors come from.")
  private boolean verbose;

  private Main() {}

  @Override
  public Verbosity verbosity() {
    return verbose ? Verbosity.VERBOSE : quiet ? Verbosity.QUIET : Verbosity.NORMAL;
  }

  /**
   * Runs one command and ends the JVM with its exit code. In a container of YARN a command that is
   * done returns instead, since YARN takes a driver that ends the JVM by itself for a failed one.
   */
  public static void main(String[] args) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int code = run(args, out, err);
    if (code != ExitCodes.DONE || !isInContainerOfYarn()) {
      System.exit(code);
    }
  }

  private static boolean isInContainerOfYarn() {
    return "yarn".equals(System.getProperty("spark.master"))
        && "cluster".equals(System.getProperty("spark.submit.deployMode"));
  }

  /**
   * Runs one command.
   *
   * @return the exit code
   */
  public static int run(String[] args, PrintWriter out, PrintWriter err) {
    CommandLine commandLine = commandLine(asked(args)).setOut(out).setErr(err);
    if (args.length == 0) {
      commandLine.usage(out);
      return ExitCodes.USAGE;
    }
    return commandLine.execute(args);
  }

  /**
   * Returns the one command that the first word asks for, or all commands, which help, completion
   * and the nearest name need. Describing a command takes longer than starting many of them.
   */
  private static List<Class<?>> asked(String[] args) {
    return COMMANDS.stream()
        .filter(command -> args.length > 0 && args[0].equals(name(command)))
        .filter(command -> command != CompletionCommand.class)
        .findFirst()
        .<List<Class<?>>>map(List::of)
        .orElse(COMMANDS);
  }

  private static String name(Class<?> command) {
    return command.getAnnotation(Command.class).name();
  }

  /** Returns the command line with all commands. */
  public static CommandLine commandLine() {
    return commandLine(COMMANDS);
  }

  private static CommandLine commandLine(List<Class<?>> commands) {
    Main main = new Main();
    CommandLine commandLine = new CommandLine(main);
    commands.forEach(command -> commandLine.addSubcommand(command));
    commandLine
        .setUsageHelpWidth(100)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setColorScheme(CommandLine.Help.defaultColorScheme(Terminal.ansi()))
        .setExecutionStrategy(main::execute)
        .setExecutionExceptionHandler(new ExitCodes())
        .setParameterExceptionHandler(new UsageErrors());
    commandLine
        .getSubcommands()
        .values()
        .forEach(command -> command.getCommandSpec().versionProvider(new Version()));
    ChoiceNames.apply(commandLine);
    return commandLine;
  }

  /** The doctor also looks at a Java on which nothing else runs. */
  private static boolean isDoctor(ParseResult parsed) {
    return parsed.subcommand().commandSpec().userObject() instanceof DoctorCommand;
  }

  private static void requireJava(CommandLine command) {
    try {
      NewestJava.require();
    } catch (InputException e) {
      throw new CommandLine.ExecutionException(command, e.getMessage(), e);
    }
  }

  private int execute(ParseResult parsed) {
    if (quiet && verbose) {
      throw new ParameterException(
          parsed.commandSpec().commandLine(), "Expected either --quiet or --verbose, found both");
    }
    verbosity().apply();
    if (parsed.hasSubcommand() && !isDoctor(parsed)) {
      requireJava(parsed.subcommand().commandSpec().commandLine());
    }
    return new CommandLine.RunLast().execute(parsed);
  }
}
