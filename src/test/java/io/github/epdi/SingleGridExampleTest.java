package io.github.epdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SingleGridExampleTest {
  private static final String BEGIN = "// jobs/java.md: begin\n";

  @Test
  void thePageShowsWhatIsCompiled() throws IOException {
    String source =
        Files.readString(Path.of("src/test/java/io/github/epdi/SingleGridExample.java"));
    String example =
        source
            .substring(
                source.indexOf(BEGIN) + BEGIN.length(), source.indexOf("// jobs/java.md: end"))
            .lines()
            .map(line -> line.isBlank() ? "" : line.substring(4))
            .collect(Collectors.joining("\n"))
            .strip();

    assertThat(example.lines().count()).isLessThanOrEqualTo(10);
    assertThat(Files.readString(Path.of("jobs/java.md"))).contains("```java\n" + example + "\n```");
  }

  @Test
  void itPrintsBothSides() {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream usual = System.out;
    System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      SingleGridExample.run();
    } finally {
      System.setOut(usual);
    }
    assertThat(said.toString(StandardCharsets.UTF_8).lines())
        .hasSize(2)
        .allSatisfy(
            line -> {
              assertThat(line).matches("MoS2, (top|bottom): 0\\.\\d+ eV");
              double barrierEv = Double.parseDouble(line.split(" ", -1)[2]);
              // What the labels say: E_B - E_T of pristine MoS2.
              assertThat(barrierEv).isCloseTo(-1.782 + 2.001, within(0.05));
            });
  }
}
