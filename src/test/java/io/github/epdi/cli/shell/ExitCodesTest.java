package io.github.epdi.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.epdi.cli.Main;
import io.github.epdi.structure.InputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.apache.spark.SparkException;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ExitCodesTest {
  private final StringWriter err = new StringWriter();

  private int code(Throwable cause) {
    return codeOf(new SparkException("Job aborted", cause));
  }

  private int codeOf(Exception failed) {
    CommandLine commandLine = Main.commandLine().setErr(new PrintWriter(err, true));
    return new ExitCodes().handleExecutionException(failed, commandLine, null);
  }

  @Test
  void storageThatFailsInATaskOfAnotherThreadIsNoBug() {
    SparkException failed = new SparkException("Job aborted", new IOException("503"));
    assertThat(codeOf(new IllegalStateException("Cannot write a table", failed)))
        .isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(err.toString()).isEqualTo("503" + System.lineSeparator());
    assertThat(codeOf(new IllegalStateException("no Spark", new IOException("a bug"))))
        .isEqualTo(ExitCodes.BUG);
  }

  @Test
  void inputThatATaskCannotUseIsBadInput() {
    int code = code(new IllegalStateException(new InputException("Cannot use it")));
    assertThat(code).isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(err.toString()).isEqualTo("Cannot use it" + System.lineSeparator());
  }

  @Test
  void aBugInATaskIsABug() {
    assertThat(code(new IllegalStateException("broken"))).isEqualTo(ExitCodes.BUG);
    assertThat(err.toString()).contains("This is a bug in epdi", "broken");
  }
}
