package io.github.epdi.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.epdi.SparkExtension;
import io.github.epdi.cli.Main;
import io.github.epdi.tables.FlatTable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** An output folder of two runs, damaged in one way after another. */
@ExtendWith(SparkExtension.class)
class RunVerificationTest {
  @TempDir private static Path original;
  @TempDir private Path copy;

  private final StringWriter out = new StringWriter();

  @BeforeEach
  void copyResults(SparkSession spark) throws IOException {
    if (!Files.exists(original.resolve("_manifests"))) {
      ExampleRuns.write(spark, original);
    }
    try (Stream<Path> files = Files.walk(original)) {
      for (Path file : files.toList()) {
        Path target = copy.resolve(original.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else if (!file.getFileName().toString().endsWith(".crc")) {
          Files.copy(file, target); // Hadoop's own checksums would find some of the damages too
        }
      }
    }
  }

  private int verify() {
    return Main.run(
        new String[] {"runs", "verify", "--output", copy.toString()},
        new PrintWriter(out, true),
        new PrintWriter(out, true));
  }

  private List<String> lines() {
    return out.toString().lines().toList();
  }

  /** A file of the first run's table, relative to the output folder. */
  private String file(String table) throws IOException {
    try (Stream<Path> files = Files.walk(copy.resolve("_data/" + ExampleRuns.FIRST))) {
      return files
          .filter(file -> file.toString().contains("/tables/" + table + "/"))
          .filter(file -> file.toString().endsWith(".parquet"))
          .map(file -> copy.relativize(file).toString())
          .findFirst()
          .orElseThrow();
    }
  }

  @Test
  void aCopyIsAsItWasWritten() {
    assertThat(verify()).isZero();
    assertThat(lines()).hasSize(1);
    assertThat(lines().get(0))
        .startsWith(2 * FlatTable.all().size() + " files of 2 manifests (")
        .endsWith(" MB): all are as they were written");
  }

  @Test
  void everyDamagedFileIsNamedWithWhatIsWrong() throws IOException {
    String gone = file("sites");
    String cut = file("materials");
    String changed = file("hops");
    Files.delete(copy.resolve(gone));
    byte[] whole = Files.readAllBytes(copy.resolve(cut));
    Files.write(copy.resolve(cut), java.util.Arrays.copyOf(whole, whole.length - 7));
    byte[] other = Files.readAllBytes(copy.resolve(changed));
    other[other.length / 2] ^= 1;
    Files.write(copy.resolve(changed), other);

    assertThat(verify()).isEqualTo(2);
    assertThat(lines()).hasSize(4);
    assertThat(lines())
        .contains(gone + ": expected a file, found none")
        .contains(cut + ": expected " + whole.length + " bytes, found " + (whole.length - 7))
        .anySatisfy(
            line ->
                assertThat(line)
                    .matches(
                        "\\Q"
                            + changed
                            + "\\E: expected content of SHA-256 [0-9a-f]{64}, found [0-9a-f]{64}"))
        .last()
        .asString()
        .endsWith(": 3 faults");
  }

  @Test
  void aManifestThatSaysOtherwiseIsAFaultToo() throws IOException {
    Path second = copy.resolve("_manifests/00000002.json");
    String text = Files.readString(second);
    Files.writeString(second, text.replaceFirst("\"rows\" : \\d+", "\"rows\" : 4711"));
    Files.writeString(copy.resolve("_manifests/00000001.json"), text.substring(0, 100));

    assertThat(verify()).isEqualTo(2);
    assertThat(lines()).hasSize(3);
    assertThat(lines().get(0)).startsWith("manifest 1: expected one that can be read, found ");
    assertThat(lines().get(1)).contains(": expected 4711 rows, found ");
  }
}
