package io.github.epdi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** Exit codes and messages as a shell sees them. */
final class CommandLineTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    return Main.run(args, new PrintWriter(out, true), new PrintWriter(err, true));
  }

  @Test
  void withoutArgumentsTheUsageIsShownAndCountsAsWrongUse() {
    assertThat(run()).isEqualTo(1);
    assertThat(out.toString()).contains("Usage: epdi").contains("inspect");
  }

  @Test
  void helpIsNoError() {
    assertThat(run("--help")).isZero();
    assertThat(run("inspect", "--help")).isZero();
    assertThat(out.toString()).contains("Example: epdi inspect");
  }

  @Test
  void everyCommandHasHelpWithAnExampleAndAVersion() {
    for (String command : Main.commandLine().getSubcommands().keySet()) {
      out.getBuffer().setLength(0);
      assertThat(run(command, "--help")).as(command).isZero();
      assertThat(out.toString())
          .as(command)
          .startsWith("Usage: epdi " + command)
          .containsPattern("Examples?:")
          .contains("--quiet")
          .contains("--verbose")
          .contains("--help");
      out.getBuffer().setLength(0);
      assertThat(run(command, "--version")).as(command).isZero();
      assertThat(out.toString()).as(command).startsWith("epdi ");
    }
  }

  @Test
  void anUnknownCommandNamesTheNearest() {
    assertThat(run("inspct")).isEqualTo(1);
    assertThat(err.toString().lines())
        .containsExactly("Unknown command inspct; the nearest is inspect", "See: epdi --help");
  }

  @Test
  void anUnknownOptionNamesTheNearest() {
    assertThat(run("predict", "a", "--bundel=x")).isEqualTo(1);
    assertThat(err.toString()).startsWith("Unknown option --bundel=x; the nearest is --bundle");
  }

  @Test
  void anUnknownValueNamesTheNearest() {
    assertThat(run("inspect", "a", "--side", "buttom")).isEqualTo(1);
    assertThat(err.toString())
        .startsWith(
            "Cannot use --side: expected top, bottom, both, found buttom; the nearest is bottom");
  }

  @Test
  void anUnknownOptionSaysWhereHelpIs() {
    assertThat(run("inspect", "--jsn", "x")).isEqualTo(1);
    assertThat(err.toString()).contains("--jsn").contains("epdi inspect --help");
  }

  @Test
  void aMissingFileIsBadInputInOneLine() {
    assertThat(run("inspect", "no/such/LOCPOT")).isEqualTo(2);
    assertThat(err.toString().strip()).contains("no/such/LOCPOT").doesNotContain("\n");
  }

  @Test
  void everyFileHasItsPlaceInTheJsonArray() {
    assertThat(run("inspect", "--json", "no/such/LOCPOT", "pom.xml")).isEqualTo(2);
    assertThat(out.toString())
        .startsWith("[")
        .containsSubsequence("no/such/LOCPOT", "\"error\"", "pom.xml", "BAD_HEADER");
  }

  @Test
  void aFileNameCannotSteerTheTerminal() {
    assertThat(run("inspect", "no\u001b[31msuch")).isEqualTo(2);
    assertThat(err.toString()).doesNotContain("\u001b");
  }
}
