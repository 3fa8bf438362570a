package io.github.epdi.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.epdi.cli.shell.ExitCodes;
import io.github.epdi.report.figure.Chromium;
import io.github.epdi.structure.InputException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the command says before it needs Spark. */
class ReportCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return Main.run(arguments, new PrintWriter(out, true), new PrintWriter(err, true));
  }

  @Test
  void withoutAnOutputFolderItIsAUsageError() {
    assertThat(run("report")).isEqualTo(ExitCodes.USAGE);
    assertThat(err.toString()).contains("Missing required option: '--output=DIR'");
  }

  @Test
  void thePageMayNotLieAmongTheTables() {
    assertThat(run("report", "--output", "results", "--to", "results/_data/report.html"))
        .isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(err.toString())
        .isEqualToIgnoringNewLines(
            "Cannot write the report to results/_data/report.html: expected a place outside of the"
                + " tables' own folders, found _data");
  }

  @Test
  void thePageIsHtml() {
    assertThat(run("report", "--output", "results", "--to", "page.pdf"))
        .isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(err.toString()).contains("expected a name that ends in .html");
  }

  @Test
  void tablesElsewhereNeedALocalPage() {
    assertThat(run("report", "--output", "s3a://bucket/results")).isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(err.toString()).contains("expected a local file; name one with --to FILE.html");
  }

  @Test
  void anImpossibleNumberIsAUsageError() {
    assertThat(run("report", "--output", "results", "--details", "-1")).isEqualTo(ExitCodes.USAGE);
    assertThat(err.toString()).contains("expected details of at least 0 materials");
    assertThat(run("report", "--output", "results", "--pages", "few")).isEqualTo(ExitCodes.USAGE);
    assertThat(err.toString()).contains("expected a whole number or all, found 'few'");
  }

  @Test
  void withoutChromiumItSaysWhatToSet() {
    assertThatThrownBy(() -> Chromium.find(Map.of("PATH", "/nowhere")))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "Cannot draw PNG: found no Chromium; install one, set CHROME_BIN to it, or use"
                + " --figure-format svg");
    assertThatThrownBy(() -> Chromium.find(Map.of("CHROME_BIN", "/nowhere/chromium")))
        .hasMessage(
            "Cannot draw PNG: expected a program at CHROME_BIN, found none at /nowhere/chromium");
  }
}
