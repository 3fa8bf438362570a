package io.github.epdi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.epdi.cli.shell.ExitCodes;
import io.github.epdi.cli.shell.StatusLine;
import io.github.epdi.cli.shell.UsageErrors;
import io.github.epdi.cli.shell.Verbosity;
import io.github.epdi.training.finetuning.FineTuningResult;
import io.github.epdi.training.loop.EpochReport;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** What the command says before it trains, and how it shows that it does. */
class TrainCommandTest {
  @TempDir private Path directory;

  @Test
  void optionsAreChecked() {
    assertThat(run("--precision", "float8"))
        .isEqualTo(
            "2: Cannot write weights: expected --precision float16 or float32, found float8\n");
    assertThat(run("--encoding", "planes", "--heights", "1.5"))
        .isEqualTo("2: Cannot make images: expected 3 heights for encoding planes, found [1.5]\n");
    assertThat(run("--pixels", "16"))
        .isEqualTo(
            "2: Cannot make images: expected at least 32 pixels and a window above 0, found 16 and"
                + " 8.0\n");
    assertThat(run("--vmin", "1", "--vmax", "-1"))
        .isEqualTo("2: Cannot make images: expected vmin below vmax, found 1.0 and -1.0\n");
    assertThat(run("--copies", "3"))
        .isEqualTo("2: Cannot average over 3 copies: expected 1 or an even number\n");
    assertThat(run("--grid-pattern", "LOCPOT"))
        .isEqualTo("2: Cannot find grids: expected a pattern with {material_id}, found LOCPOT\n");
    assertThat(run("--threads", "0"))
        .isEqualTo("2: Cannot train: expected --threads of at least 1, found 0\n");
    assertThat(run("--batch", "1"))
        .isEqualTo(
            "2: Cannot train: expected a batch of at least 2 (batch normalisation), found 1\n");
  }

  /** Nothing that a user asks for is ignored in silence. */
  @ParameterizedTest
  @CsvSource({"--copies, 4", "--test-materials, WS2-Nb", "--epochs, 3", "--precision, float32"})
  void regressionsRefuseWhatOnlyNetworksHave(String option, String value) {
    assertThat(run("--model", "affinity", option, value))
        .isEqualTo(
            "2: Cannot train --model affinity with "
                + option
                + ": expected --model network beside it, found none\n");
  }

  @Test
  void oneStartOnly() {
    assertThat(run("--start", "a.safetensors", "--pretrained", "b.safetensors"))
        .startsWith("1: ")
        .contains("--pretrained=FILE, --start=FILE are mutually exclusive");
    assertThat(run("--pretrained", "b.safetensors", "--encoding", "planes"))
        .isEqualTo(
            "2: Cannot begin with ImageNet weights of b.safetensors: expected RGB images"
                + " (--encoding colormap), found --encoding planes\n");
  }

  @Test
  void unknownOptionIsAUsageError() {
    assertThat(run("--epoch", "3")).startsWith("1: ").contains("--epoch");
  }

  @Test
  void oneLineAnEpochInALog() {
    StringWriter err = new StringWriter();
    PrintWriter out = new PrintWriter(Writer.nullWriter());
    TrainingPrinter printer =
        new TrainingPrinter(out, new StatusLine(new PrintWriter(err), false, Verbosity.NORMAL));
    printer.epoch(new EpochReport(3, 30, 0.12345, 0.5, 2, 61.4, 3725));
    printer.epoch(new EpochReport(30, 30, 0.1, Double.NaN, 30, 60, 0));
    printer.note("a\u001bb");
    assertThat(err.toString().lines())
        .containsExactly(
            "epoch 3/30: training loss 0.1235 eV, validation MAE 0.5000 eV, best epoch 2, 61 s,"
                + " 1:02:05 left",
            "epoch 30/30: training loss 0.1000 eV, best epoch 30, 60 s, 0:00:00 left",
            "a?b");
  }

  @Test
  void oneRefreshedLineOnATerminal() {
    StringWriter err = new StringWriter();
    PrintWriter out = new PrintWriter(Writer.nullWriter());
    TrainingPrinter printer =
        new TrainingPrinter(out, new StatusLine(new PrintWriter(err), true, Verbosity.NORMAL));
    printer.epoch(new EpochReport(1, 2, 0.1, 0.5, 1, 1, 1));
    printer.epoch(new EpochReport(2, 2, 0.1, 0.4, 2, 1, 0));
    assertThat(err.toString().split("\n", -1)).hasSize(2);
    assertThat(err.toString().split("\r", -1)).hasSize(3);
  }

  @Test
  void resultStandsBesideTheBaselines() {
    StringWriter out = new StringWriter();
    Map<String, Double> figures =
        Map.of(
            "test.saddles.count", 12.0,
            "test.saddles.mae_ev", 0.0912,
            "test.saddles.mae_ev_low", 0.08,
            "test.saddles.mae_ev_high", 0.1,
            "test.saddles.baseline_mean.mae_ev", 0.3,
            "test.saddles.baseline_bridge_rule.mae_ev", 0.02);
    new TrainingPrinter(
            new PrintWriter(out),
            new StatusLine(new PrintWriter(Writer.nullWriter()), false, Verbosity.NORMAL))
        .result(new FineTuningResult(List.of(), figures, 7), Path.of("b"));
    assertThat(out.toString().lines())
        .containsExactly(
            "Bundle b (weights of epoch 7), MAE in eV:",
            "  test.saddles           0.0912 [0.0800, 0.1000] (n = 12); mean 0.3000; bridge rule"
                + " 0.0200");
  }

  private String run(String... more) {
    List<String> arguments = new ArrayList<>();
    Path out = directory.resolve("bundle");
    arguments.addAll(List.of("--labels", "none.csv", "--grids", ".", "--out", out.toString()));
    if (!List.of(more).contains("affinity")) {
      arguments.addAll(List.of("--model", "network"));
    }
    arguments.addAll(List.of(more));
    StringWriter err = new StringWriter();
    int exit =
        new CommandLine(new TrainCommand())
            .setErr(new PrintWriter(err))
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setExecutionExceptionHandler(new ExitCodes())
            .setParameterExceptionHandler(new UsageErrors())
            .execute(arguments.toArray(String[]::new));
    assertThat(Files.exists(out)).isFalse();
    return exit + ": " + err;
  }
}
