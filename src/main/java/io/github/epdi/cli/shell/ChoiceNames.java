package io.github.epdi.cli.shell;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Names the values of options and arguments that are one of a few as they are written, "top"
 * instead of TOP.
 */
public final class ChoiceNames {
  private ChoiceNames() {}

  /** Gives the completion of a command and its subcommands these names. */
  public static void apply(CommandLine commandLine) {
    CommandSpec spec = commandLine.getCommandSpec();
    for (OptionSpec option : List.copyOf(spec.options())) {
      if (option.type().isEnum() && !option.inherited()) {
        spec.remove(option);
        spec.addOption(OptionSpec.builder(option).completionCandidates(of(option)).build());
      }
    }
    for (PositionalParamSpec place : List.copyOf(spec.positionalParameters())) {
      if (place.type().isEnum()) {
        spec.remove(place);
        spec.addPositional(
            PositionalParamSpec.builder(place).completionCandidates(of(place)).build());
      }
    }
    commandLine.getSubcommands().values().forEach(ChoiceNames::apply);
  }

  /** Returns the names, or none if the argument is not such a choice. */
  static List<String> of(ArgSpec argument) {
    return argument.type().isEnum()
        ? Arrays.stream(argument.type().getEnumConstants())
            .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
            .toList()
        : List.of();
  }
}
