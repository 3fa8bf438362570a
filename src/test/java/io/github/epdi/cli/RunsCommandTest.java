package io.github.epdi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.epdi.cli.shell.ExitCodes;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsCommandTest {
  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return Main.run(arguments, new PrintWriter(out, true), new PrintWriter(err, true));
  }

  @Test
  void anEmptyFolderHasNoRuns() {
    assertThat(run("runs", "--output", folder.toString())).isEqualTo(ExitCodes.DONE);
    assertThat(out.toString().strip()).isEqualTo("No runs in " + folder);
  }

  @Test
  void aFolderThatIsNotThereIsAnError() {
    assertThat(run("runs", "clean", "--output", folder + "/none")).isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(err.toString())
        .isEqualToIgnoringNewLines(
            "Cannot list runs in "
                + folder
                + "/none: expected a screening's output folder, found nothing there");
  }

  @Test
  void leftoversAreNamedAndRemovedOnRequest() throws IOException {
    Path half = Files.createDirectories(folder.resolve("_data/0123/pieces/0-x"));
    Files.writeString(half.resolve("part"), "12345");
    Files.writeString(Path.of(half + ".json"), "[]");
    String output = folder.toString();

    assertThat(run("runs", "--output", output)).isEqualTo(ExitCodes.DONE);
    assertThat(out.toString()).startsWith("0123  unfinished  0 pieces, last written 20");
    assertThat(run("runs", "clean", "--output", output, "--older-than", "0", "--dry-run"))
        .isEqualTo(ExitCodes.DONE);
    assertThat(out.toString()).contains("Would remove file:" + half + " (piece that was not");
    assertThat(half).exists();
    assertThat(run("runs", "clean", "--output", output, "--older-than", "0"))
        .isEqualTo(ExitCodes.DONE);
    assertThat(half).doesNotExist();
  }
}
