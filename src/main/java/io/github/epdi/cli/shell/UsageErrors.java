package io.github.epdi.cli.shell;

import io.github.epdi.grid.Credentials;
import io.github.epdi.tables.NearestName;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Reports wrong options. It prints one line with the nearest right one and where help is, and
 * returns exit code 1.
 */
public final class UsageErrors implements IParameterExceptionHandler {
  @Override
  public int handleParseException(ParameterException exception, String[] args) {
    CommandLine command = exception.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(Credentials.hidden(Terminal.plain(message(exception, command.getCommandSpec()))));
    err.println("See: " + command.getCommandSpec().qualifiedName() + " --help");
    return ExitCodes.USAGE;
  }

  private static String message(ParameterException exception, CommandSpec command) {
    if (exception instanceof UnmatchedArgumentException unmatched) {
      return unknown(unmatched.getUnmatched().get(0), command);
    }
    List<String> choices =
        exception.getArgSpec() == null ? List.of() : ChoiceNames.of(exception.getArgSpec());
    return choices.isEmpty() || exception.getValue() == null
        ? exception.getMessage()
        : choice(exception.getArgSpec(), exception.getValue(), choices);
  }

  private static String unknown(String found, CommandSpec command) {
    boolean option = found.startsWith("-");
    List<String> known =
        option ? longOptions(command) : List.copyOf(command.subcommands().keySet());
    String name = found.contains("=") ? found.split("=", 2)[0] : found;
    String kind = option ? "option" : known.isEmpty() ? "argument" : "command";
    return "Unknown "
        + kind
        + " "
        + found
        + (known.isEmpty() ? "" : "; the nearest is " + NearestName.of(name, known));
  }

  private static List<String> longOptions(CommandSpec command) {
    return command.options().stream()
        .filter(option -> !option.hidden())
        .flatMap(option -> Stream.of(option.names()))
        .filter(name -> name.startsWith("--"))
        .toList();
  }

  private static String choice(ArgSpec argument, String found, List<String> choices) {
    String name =
        argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    return "Cannot use "
        + name
        + ": expected "
        + String.join(", ", choices)
        + ", found "
        + found
        + "; the nearest is "
        + NearestName.of(found, choices);
  }
}
