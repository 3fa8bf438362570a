package io.github.epdi.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.epdi.model.network.FormulaTensors;
import io.github.epdi.model.torch.ComputeDevice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How much memory a process that predicts has resident, measured in one of its own. */
class ResidentMemoryTest {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final int PIXELS = 224;
  private static final int BATCH = 32;
  private static final long LIMIT_BYTES = 1_500_000_000;

  @Test
  void staysBelowItsLimitAtBatch32() throws Exception {
    assumeTrue(Files.exists(STATUS), "skipped: no " + STATUS);
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-cp",
            System.getProperty("java.class.path"),
            ResidentMemoryTest.class.getName());
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(process.waitFor()).isZero();
    assertThat(Long.parseLong(output)).isBetween(LIMIT_BYTES / 10, LIMIT_BYTES);
  }

  /** Predicts a batch and prints the process's highest resident memory in bytes. */
  public static void main(String[] arguments) throws IOException {
    float[] images = new FormulaTensors(1).input(BATCH * 3 * PIXELS * PIXELS);
    ModelBundle bundle = FormulaBundles.bundle(PIXELS, 1);
    try (BindingEnergyModel model = new BindingEnergyModel(bundle, ComputeDevice.CPU);
        BindingEnergyPredictor predictor = model.newPredictor(BATCH)) {
      predictor.predict(images, BATCH);
    }
    String peak =
        Files.readAllLines(STATUS).stream()
            .filter(line -> line.startsWith("VmHWM:"))
            .findFirst()
            .orElseThrow();
    System.out.println(1024 * Long.parseLong(peak.replaceAll("[^0-9]", "")));
  }
}
