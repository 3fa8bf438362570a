package io.github.epdi.cli.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.epdi.SparkExtension;
import io.github.epdi.cli.Main;
import io.github.epdi.runs.ExampleRuns;
import io.github.epdi.runs.ResultFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class ExportCommandTest {
  private static final String BUNDLE = "jobs/demo/bundle";

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void saysWhatItWrote() {
    Path target = folder.resolve("exported");
    assertThat(run("export", "--bundle", BUNDLE, "--out", target.toString())).isZero();
    assertThat(out.toString().lines())
        .hasSizeGreaterThanOrEqualTo(2)
        .allMatch(line -> line.matches(".*(README\\.md|\\.safetensors), \\d+\\.\\d MB"));
    assertThat(target.resolve("README.md")).content().startsWith("---\nlicense: ");
  }

  @Test
  void writesOnnx() {
    Path target = folder.resolve("exported");
    assertThat(run("export", "--bundle", BUNDLE, "--format", "onnx", "--out", target.toString()))
        .isZero();
    assertThat(out.toString().lines())
        .hasSize(2)
        .allMatch(line -> line.matches(".*(README\\.md|model\\.onnx), \\d+\\.\\d MB"));
    assertThat(target.resolve("model.onnx")).isRegularFile();
  }

  @Test
  void onnxHasNoPrecisionAndNeedsANetwork() {
    Path target = folder.resolve("exported");
    assertThat(
            run(
                "export",
                "--bundle",
                BUNDLE,
                "--format",
                "onnx",
                "--precision",
                "float16",
                "--out",
                "x"))
        .isEqualTo(1);
    assertThat(err.toString()).startsWith("Cannot use --precision with --format onnx");
    assertThat(
            run(
                "export",
                "--bundle",
                "jobs/demo/affinity",
                "--format",
                "onnx",
                "--out",
                target.toString()))
        .isEqualTo(2);
    assertThat(err.toString())
        .isEqualTo("Cannot export as ONNX: expected networks, found a bundle of regressions\n");
    assertThat(target).doesNotExist();
    assertThat(run("export", "--bundle", BUNDLE, "--format", "tflite", "--out", "x")).isEqualTo(1);
    assertThat(err.toString()).contains("--format", "safetensors, onnx");
  }

  @Test
  void packagesResults(SparkSession spark) {
    ResultFolder results = ExampleRuns.write(spark, folder.resolve("output"));
    Path target = folder.resolve("package");
    assertThat(runPackage("--results", results.output(), "--to", target.toString())).isZero();
    assertThat(out.toString().lines()).hasSize(13).allMatch(line -> line.endsWith(" MB"));
    assertThat(target.resolve("CITATION.cff")).content().contains("Lovelace", "Li on slabs");
    assertThat(spark.sparkContext().isStopped()).isFalse();
  }

  /** What is wrong is said in one line, and nothing of a package is left. */
  @Test
  void badResultsAreOneLine(SparkSession spark) throws IOException {
    Path target = folder.resolve("package");
    Path output = Files.createDirectory(folder.resolve("empty"));
    assertThat(runPackage("--results", output.toString(), "--to", target.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("found no manifest in it").hasLineCount(1);
    assertThat(runPackage("--results", folder + "/none", "--to", target.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("found nothing there").hasLineCount(1);
    Path manifests = Files.createDirectory(output.resolve("_manifests"));
    Files.writeString(
        manifests.resolve("00000001.json"), "{\"format\": 99, \"number\": 1, \"tables\": {}}");
    assertThat(runPackage("--results", output.toString(), "--to", target.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("99").hasLineCount(1);
    ResultFolder broken = ExampleRuns.write(spark, folder.resolve("broken"));
    try (Stream<Path> files = Files.walk(folder.resolve("broken"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".parquet")).toList()) {
        Files.writeString(file, "no Parquet");
      }
    }
    assertThat(runPackage("--results", broken.output(), "--to", target.toString())).isEqualTo(2);
    assertThat(err.toString())
        .startsWith("Cannot read results: expected Parquet in file:")
        .hasLineCount(1);
    assertThat(runPackage("--results", broken.output(), "--to", folder.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("expected a new name").hasLineCount(1);
    assertThat(folder)
        .isDirectoryNotContaining(path -> path.getFileName().toString().contains("package"));
  }

  @Test
  void aPackageNeedsItsImprint() {
    assertThat(run("export", "--results", "x", "--to", "y")).isEqualTo(1);
    assertThat(err.toString()).startsWith("Expected --title, --author, --license with --results");
    assertThat(run("export", "--to", "y")).isEqualTo(1);
    assertThat(err.toString()).startsWith("Expected either --bundle or --results");
    assertThat(run("export", "--bundle", BUNDLE, "--to", "y", "--title", "t")).isEqualTo(1);
    assertThat(err.toString()).contains("are for --results");
    assertThat(runPackage("--results", "x", "--to", "y", "--format", "onnx")).isEqualTo(1);
    assertThat(err.toString()).contains("are for --bundle");
    assertThat(runPackage("--results", "x", "--to", "y", "--date", "yesterday")).isEqualTo(1);
    assertThat(
            run(
                "export",
                "--results",
                "x",
                "--to",
                "y",
                "--title",
                "t",
                "--author",
                "Ada",
                "--license",
                "MIT"))
        .isEqualTo(2);
    assertThat(err.toString())
        .isEqualTo(
            "Cannot use author: expected \"Family, Given\" or \"Family, Given; ORCID\", found"
                + " \"Ada\"\n");
  }

  private int runPackage(String... more) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "export",
                "--title",
                "Li on slabs",
                "--author",
                "Lovelace, Ada",
                "--license",
                "CC0-1.0"));
    all.addAll(List.of(more));
    return run(all.toArray(String[]::new));
  }

  @Test
  void errorsAreOneLine() {
    assertThat(run("export", "--bundle", BUNDLE, "--out", "x", "--member", "99")).isEqualTo(2);
    assertThat(err.toString())
        .startsWith("Cannot export member 99: expected 0 to ")
        .hasLineCount(1);
    assertThat(run("export", "--bundle", BUNDLE, "--out", folder.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("expected a new name, found that it exists");
    assertThat(run("export", "--bundle", BUNDLE, "--out", "x", "--precision", "int8")).isEqualTo(1);
    assertThat(err.toString()).contains("--precision", "float32");
    assertThat(run("export", "--bundle", folder.toString(), "--out", "x")).isEqualTo(2);
    assertThat(err.toString()).contains("expected a file bundle.json, found none");
  }

  private int run(String... arguments) {
    err.getBuffer().setLength(0);
    return Main.run(arguments, new PrintWriter(out), new PrintWriter(err));
  }
}
