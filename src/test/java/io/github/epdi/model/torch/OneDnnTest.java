package io.github.epdi.model.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OneDnnTest {
  @TempDir Path cpu;

  @Test
  void cachesAreHiddenWhereAProcessorIsDescribedWithoutThem() throws IOException {
    assertThat(OneDnn.hidesCaches(cpu)).isTrue();
    Files.createDirectories(cpu.resolve("cache/index0"));
    assertThat(OneDnn.hidesCaches(cpu)).isFalse();
  }

  @Test
  void systemsThatDescribeNoProcessorsAreLeftAlone() {
    assertThat(OneDnn.hidesCaches(cpu.resolve("absent"))).isFalse();
  }

  @Test
  void theEngineStartsWhateverTheMachineHides() {
    assertThat(TorchInstallation.load().convolutions())
        .isEqualTo(
            OneDnn.isLimited()
                ? TorchInstallation.Convolutions.AVX
                : TorchInstallation.Convolutions.ANY);
  }
}
