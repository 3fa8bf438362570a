package io.github.epdi.model.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import ai.djl.Device;
import ai.djl.engine.EngineException;
import io.github.epdi.model.BindingEnergyModel;
import io.github.epdi.model.FormulaBundles;
import io.github.epdi.structure.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ComputeDeviceTest {
  @Test
  void isTheEnginesDevice() {
    assertThat(ComputeDevice.CPU.device()).isEqualTo(Device.cpu());
    assertThat(ComputeDevice.gpu(1).device()).isEqualTo(Device.gpu(1));
    assertThat(ComputeDevice.CPU.label()).isEqualTo("cpu");
    assertThat(ComputeDevice.gpu(1).label()).isEqualTo("gpu 1");
    assertThat(ComputeDevice.gpu(1).kind().label()).isEqualTo("gpu");
  }

  @Test
  void hasAnIndexThatCanBe() {
    assertThatThrownBy(() -> ComputeDevice.gpu(-1))
        .hasMessage("Cannot use device: expected an index of at least 0, found gpu -1");
    assertThatThrownBy(() -> new ComputeDevice(ComputeDevice.Kind.CPU, 1))
        .hasMessage("Cannot use device: expected 0, found cpu 1");
  }

  /** The true thing, where there is none. */
  @Test
  void aGraphicsProcessorThatIsNotThereIsAnErrorAtOnce() {
    assumeFalse(GraphicsProcessors.areUsable(), "skipped: there is one");
    ComputeDevice.CPU.requireHere();
    assertThatThrownBy(() -> ComputeDevice.gpu(0).requireHere())
        .isInstanceOf(InputException.class)
        .hasMessageContaining("Cannot predict on gpu 0: expected a graphics processor")
        .hasMessageContaining("PYTORCH_LIBRARY_PATH")
        .hasMessageContaining("PYTORCH_VERSION=2.7.1")
        .hasMessageContaining("PYTORCH_FLAVOR=cu128")
        .message()
        .doesNotContain("\n");
    assertThatThrownBy(
            () -> new BindingEnergyModel(FormulaBundles.bundle(32, 1), ComputeDevice.gpu(0)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("Cannot predict on gpu 0");
    assertThat(TorchInstallation.load().graphicsProcessors()).isZero();
  }

  @Test
  void oneThatCannotBeUsedIsAnErrorWithTheEnginesReason() {
    List<Integer> tried = new ArrayList<>();
    GraphicsProcessors.require(2, Set.of("CUDA", "MKLDNN"), tried::add);
    assertThat(tried).containsExactly(2);
    assertThatThrownBy(
            () ->
                GraphicsProcessors.require(
                    7,
                    Set.of("CUDA"),
                    index -> {
                      throw new EngineException("CUDA error: invalid device ordinal\nand more");
                    }))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("Cannot predict on gpu 7")
        .hasMessageContaining("found: CUDA error: invalid device ordinal;")
        .hasMessageContaining("discovery script")
        .message()
        .doesNotContain("\n");
    assertThatThrownBy(() -> GraphicsProcessors.require(0, Set.of("MKLDNN"), tried::add))
        .hasMessageContaining("found none that PyTorch can use");
    assertThat(tried).hasSize(1);
  }
}
