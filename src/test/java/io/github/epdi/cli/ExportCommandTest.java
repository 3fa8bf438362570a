package io.github.epdi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
