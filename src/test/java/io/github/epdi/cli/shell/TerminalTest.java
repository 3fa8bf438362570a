package io.github.epdi.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class TerminalTest {
  @Test
  void coloursAreForTerminalsAlone() {
    assertThat(Terminal.ansi(true, Map.of())).isEqualTo(Ansi.ON);
    assertThat(Terminal.ansi(false, Map.of())).isEqualTo(Ansi.OFF);
    assertThat(Terminal.ansi(true, Map.of("TERM", "dumb"))).isEqualTo(Ansi.OFF);
  }

  @Test
  void noColorIsRespectedWhateverItsValueUnlessEmpty() {
    assertThat(Terminal.ansi(true, Map.of("NO_COLOR", "0"))).isEqualTo(Ansi.OFF);
    assertThat(Terminal.ansi(true, Map.of("NO_COLOR", ""))).isEqualTo(Ansi.ON);
  }

  @Test
  void textIsStyledWhereThereAreColours() {
    assertThat(Terminal.bold(Ansi.ON, "a")).isEqualTo("\u001b[1ma\u001b[0m");
    assertThat(Terminal.bold(Ansi.OFF, "a")).isEqualTo("a");
  }

  @Test
  void aStatusIsOneRefreshedLineOnATerminal() {
    StringWriter said = new StringWriter();
    StatusLine line = new StatusLine(new PrintWriter(said), true, Verbosity.NORMAL);
    line.show("1/2");
    line.show("2/2");
    line.clear();
    line.clear();
    assertThat(said.toString()).isEqualTo("\r\u001b[K1/2\r\u001b[K2/2\r\u001b[K");
  }

  @Test
  void aStatusIsPlainLinesElsewhereAndNothingWhenQuiet() {
    StringWriter said = new StringWriter();
    StatusLine line = new StatusLine(new PrintWriter(said), false, Verbosity.NORMAL);
    line.show("1/2");
    line.end();
    assertThat(said.toString().lines()).containsExactly("1/2");

    StringWriter quiet = new StringWriter();
    new StatusLine(new PrintWriter(quiet), true, Verbosity.QUIET).show("1/2");
    assertThat(quiet.toString()).isEmpty();
  }
}
