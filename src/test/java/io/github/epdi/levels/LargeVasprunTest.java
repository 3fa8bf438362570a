package io.github.epdi.levels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A vasprun.xml is read in far less memory than it is long. */
class LargeVasprunTest {
  private static final int PROJECTED_POINTS = 170;

  @TempDir private Path folder;

  /** Prints the digest of the levels of a file; run in a JVM of its own. */
  static final class Child {
    private Child() {}

    public static void main(String[] arguments) {
      LevelsFiles files = new LevelsFiles(new Configuration(false));
      System.out.println("digest " + files.read(arguments[0]).levels().digest());
    }
  }

  @Test
  void inAHeapThatWouldNotHoldIt() throws IOException, InterruptedException {
    String text = LevelsFixture.text("vasprun.xml");
    Path file = folder.resolve("vasprun.xml");
    write(file, text);
    assertThat(Files.size(file)).isGreaterThan(36L << 20);
    Process child =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx32m",
                    "-XX:+UseSerialGC",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Child.class.getName(),
                    file.toString()))
            .redirectErrorStream(true)
            .start();
    String said;
    try (InputStream out = child.getInputStream()) {
      said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
    }
    assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(child.exitValue()).as(said).isZero();
    assertThat(said).contains("digest " + new LevelsFixture(folder).read(text).digest());
  }

  /** Projections on atoms and orbitals make such files long. */
  private static void write(Path file, String text) throws IOException {
    int at = text.indexOf("  <dos>");
    String row = "        <r>" + "  0.1234".repeat(9) + " </r>\n";
    String band = "       <set comment=\"band 1\">\n" + row.repeat(27) + "       </set>\n";
    String point = "      <set comment=\"kpoint 1\">\n" + band.repeat(120) + "      </set>\n";
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.ISO_8859_1)) {
      out.write(text.substring(0, at) + "  <projected>\n   <array>\n    <set>\n     <set>\n");
      for (int i = 0; i < PROJECTED_POINTS; i++) {
        out.write(point);
      }
      out.write("     </set>\n    </set>\n   </array>\n  </projected>\n" + text.substring(at));
    }
  }
}
