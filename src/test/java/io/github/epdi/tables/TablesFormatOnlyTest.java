package io.github.epdi.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tables format what they are given: barriers are computed in {@code pes}, and only there. */
class TablesFormatOnlyTest {
  private static final Path TABLES = Path.of("src/main/java/io/github/epdi/tables");
  private static final Pattern IMPORT =
      Pattern.compile(
          "^import (?:static )?io\\.github\\.epdi\\.pes\\.([A-Z]\\w*)", Pattern.MULTILINE);

  /** What in {@code pes} computes, rather than holds what was computed. */
  private static final Set<String> COMPUTING =
      Set.of(
          "DiffusionEstimate",
          "Ensemble",
          "Percolation",
          "PotentialEnergyCurve",
          "StationaryCurve",
          "SurfaceEnergies");

  @Test
  void noTableComputesWhatItShows() throws IOException {
    Set<String> imported = new TreeSet<>();
    for (Path file : sources()) {
      Matcher imports = IMPORT.matcher(Files.readString(file));
      while (imports.find()) {
        imported.add(imports.group(1));
      }
    }
    assertThat(imported)
        .as("tables hold what a surface came to")
        .contains("SurfaceResult", "Predicted")
        .doesNotContainAnyElementsOf(COMPUTING);
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(TABLES)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }
}
