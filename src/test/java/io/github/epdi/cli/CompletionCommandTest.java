package io.github.epdi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.epdi.cli.shell.ExitCodes;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script is sourced by a real bash, which is then asked what it would offer. */
class CompletionCommandTest {
  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    StringWriter out = new StringWriter();
    int exit =
        Main.run(
            new String[] {"completion", "bash"},
            new PrintWriter(out, true),
            new PrintWriter(new StringWriter(), true));
    assertThat(exit).isEqualTo(ExitCodes.DONE);
    Files.writeString(folder.resolve("completion"), out.toString());
  }

  private String bash(String script) throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("script"), "source completion\n" + script);
    Process bash = new ProcessBuilder("bash", file.toString()).directory(folder.toFile()).start();
    String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(bash.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return said.strip();
  }

  /** What the shell offers for the last of these words. */
  private List<String> offered(String... words) throws IOException, InterruptedException {
    String quoted = Stream.of(words).map(w -> "'" + w + "'").collect(Collectors.joining(" "));
    String said =
        bash(
            "COMP_WORDS=("
                + quoted
                + "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1))\n"
                + "COMP_LINE=\"${COMP_WORDS[*]}\"; COMP_POINT=${#COMP_LINE}\n"
                + "_complete_epdi epdi \"${COMP_WORDS[$COMP_CWORD]}\" 2>/dev/null\n"
                + "echo \"${COMPREPLY[*]}\"\n");
    return List.of(said.split("\\s+"));
  }

  @Test
  void theShellKnowsWhomToAsk() throws IOException, InterruptedException {
    assertThat(bash("complete -p epdi")).isEqualTo("complete -o default -F _complete_epdi epdi");
  }

  @Test
  void commandsAreOffered() throws IOException, InterruptedException {
    assertThat(offered("epdi", ""))
        .contains("screen", "inspect", "render", "train", "predict", "doctor", "completion");
    assertThat(offered("epdi", "pre")).containsExactlyInAnyOrder("predict", "pretrain");
  }

  @Test
  void optionsAreOfferedThoseOfAllCommandsToo() throws IOException, InterruptedException {
    assertThat(offered("epdi", "predict", "--bu")).containsExactly("--bundle");
    assertThat(offered("epdi", "predict", "--")).contains("--quiet", "--verbose", "--json");
  }

  @Test
  void valuesAreOfferedAsTheyAreWritten() throws IOException, InterruptedException {
    assertThat(offered("epdi", "predict", "--side", "")).containsExactly("top", "bottom", "both");
    assertThat(offered("epdi", "render", "--colormap", "v")).containsExactly("viridis");
    assertThat(offered("epdi", "completion", "")).containsExactly("bash", "zsh");
  }
}
