package io.github.epdi.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.epdi.model.torch.ComputeDevice;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchSizeTest {
  @ParameterizedTest
  @CsvSource({"16, 32", "32, 32", "64, 16", "96, 8", "128, 4", "224, 2", "512, 2"})
  void aProcessorHasAHundredThousandPixelsNear(int pixels, int images) {
    assertThat(BatchSize.of(ComputeDevice.Kind.CPU, pixels)).isEqualTo(images);
    assertThat(BatchSize.of(ComputeDevice.Kind.GPU, pixels)).isEqualTo(64);
  }
}
