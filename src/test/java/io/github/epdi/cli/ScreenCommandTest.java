package io.github.epdi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.epdi.cli.shell.ExitCodes;
import io.github.epdi.cli.shell.UsageErrors;
import io.github.epdi.screening.Progress;
import io.github.epdi.screening.campaign.Campaign;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What the command says before it needs Spark. */
class ScreenCommandTest {
  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return new CommandLine(new ScreenCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .setExecutionExceptionHandler(new ExitCodes())
        .setParameterExceptionHandler(new UsageErrors())
        .execute(arguments);
  }

  @Test
  void withoutACampaignItIsAUsageError() {
    assertThat(run()).isEqualTo(ExitCodes.USAGE);
    assertThat(err.toString()).contains("Missing required option: '--campaign=FILE'");
  }

  @Test
  void aBadCampaignIsOneLineAndCodeTwo() throws IOException {
    Path file = Files.write(folder.resolve("c.yaml"), "nmae: a\n".getBytes(StandardCharsets.UTF_8));

    assertThat(run("--campaign", file.toString())).isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(err.toString().lines())
        .containsExactly(
            "Cannot use campaign key nmae (c.yaml line 1, column 1): no such key; the nearest is"
                + " name");
  }

  @Test
  void keysAreListed() {
    assertThat(run("--list-keys")).isEqualTo(ExitCodes.DONE);
    assertThat(out.toString()).isEqualTo(Campaign.keys());
  }

  @Test
  void progressIsOneLineWithTheTimeLeft() {
    assertThat(ProgressLine.text(new Progress(3, 10, 1, 42, 10)))
        .isEqualTo("3/10 grids, 4.2 images/s, 1 rejected, 23 s left");
    assertThat(ProgressLine.text(new Progress(0, 10, 0, 0, 10)))
        .isEqualTo("0/10 grids, 0.0 images/s, 0 rejected, time left unknown");
    assertThat(ProgressLine.text(new Progress(1, 10, 0, 13, 1000)))
        .endsWith("0 rejected, 2 h 30 min left");
    assertThat(ProgressLine.text(new Progress(10, 10, 0, 130, 10)))
        .endsWith("0 rejected, writing tables");
  }
}
