package io.github.epdi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.epdi.structure.InputException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.apache.spark.SparkException;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ExitCodesTest {
  private final StringWriter err = new StringWriter();

  private int code(Throwable cause) {
    CommandLine commandLine = Main.commandLine().setErr(new PrintWriter(err, true));
    SparkException failed = new SparkException("Job aborted", cause);
    return new ExitCodes().handleExecutionException(failed, commandLine, null);
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
