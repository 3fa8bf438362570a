package io.github.epdi.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.epdi.model.ModelBundle;
import io.github.epdi.model.ScreeningBundles;
import io.github.epdi.model.torch.ComputeDevice;
import io.github.epdi.model.torch.GraphicsProcessors;
import io.github.epdi.screening.batch.TaskDevice;
import io.github.epdi.screening.campaign.Campaign;
import io.github.epdi.screening.campaign.CampaignReader;
import io.github.epdi.screening.campaign.GridInput;
import io.github.epdi.screening.campaign.GridOverrides;
import io.github.epdi.structure.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.apache.spark.resource.ResourceInformation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunDeviceTest {
  private static final String OF_EXECUTOR = "spark.executor.resource.gpu.amount";
  private static final String OF_TASK = "spark.task.resource.gpu.amount";

  /** Of images of 32 pixels. */
  private static final ModelBundle BUNDLE = ScreeningBundles.of(1);

  @TempDir private Path folder;

  private static Campaign campaign(String... settings) {
    List<String> all = new ArrayList<>(List.of("model.bundle=b"));
    all.addAll(Arrays.asList(settings));
    return CampaignReader.ofSettings(all);
  }

  private static SparkConf conf(String... keysAndValues) {
    SparkConf conf = new SparkConf(false);
    for (int i = 0; i < keysAndValues.length; i += 2) {
      conf.set(keysAndValues[i], keysAndValues[i + 1]);
    }
    return conf;
  }

  private static ScreeningSpec spec(Campaign campaign) {
    return ScreeningSpec.of(campaign, BUNDLE);
  }

  private static String identity(Campaign campaign) {
    GridInput grid = new GridInput("file:/a", "a", 1, 2, "", GridOverrides.NONE);
    return PlannedGrid.of(grid, spec(campaign)).identity();
  }

  /** Results are those of the device, however it was chosen. */
  @Test
  void autoIsWhatItBecomes() {
    Campaign auto = campaign("model.device=auto", "estimates.diffusion=true", "side=both");
    Campaign cpu = campaign("estimates.diffusion=true", "side=both");
    Campaign gpu = campaign("model.device=gpu", "estimates.diffusion=true", "side=both");

    Campaign without = RunDevice.decided(auto, () -> false);
    assertThat(without.conventionsJson()).isEqualTo(cpu.conventionsJson());
    assertThat(spec(without).batchSize()).isEqualTo(32);
    assertThat(RunDevice.kind(without)).isEqualTo(ComputeDevice.Kind.CPU);
    assertThat(identity(without)).isEqualTo(identity(cpu));

    Campaign with = RunDevice.decided(auto, () -> true);
    assertThat(with.conventionsJson()).isEqualTo(gpu.conventionsJson());
    assertThat(spec(with).batchSize()).isEqualTo(64);
    assertThat(identity(with)).isEqualTo(identity(gpu)).isNotEqualTo(identity(cpu));

    Campaign sized = campaign("model.device=auto", "model.batch_size=16");
    assertThat(RunDevice.decided(sized, () -> true).batchSize()).isEqualTo(16);
    assertThat(RunDevice.decided(sized, () -> true).conventionsJson())
        .isEqualTo(campaign("model.device=gpu", "model.batch_size=16").conventionsJson());
    assertThat(identity(campaign("model.device=cpu", "model.batch_size=32")))
        .isEqualTo(identity(campaign()))
        .isNotEqualTo(identity(campaign("model.batch_size=8")));
    assertThat(with.settingsJson()).contains("\"model.device\":\"auto\"");
    assertThatThrownBy(() -> identity(auto)).hasMessageContaining("is not decided");
  }

  @Test
  void onAClusterTheResourcesOfTasksDecide() {
    SparkConf none = conf();
    SparkConf all = conf(OF_EXECUTOR, "1", OF_TASK, "0.25");
    Campaign auto = campaign("model.device=auto");
    Campaign gpu = campaign("model.device=gpu");

    assertThat(RunDevice.decideThere(auto, none).device()).isEqualTo(Campaign.DeviceChoice.CPU);
    assertThat(RunDevice.decideThere(auto, conf(OF_EXECUTOR, "1")).device())
        .isEqualTo(Campaign.DeviceChoice.CPU);
    assertThat(RunDevice.decideThere(auto, conf(OF_EXECUTOR, "0", OF_TASK, "0.0")).device())
        .isEqualTo(Campaign.DeviceChoice.CPU);
    assertThat(RunDevice.decideThere(auto, all).device()).isEqualTo(Campaign.DeviceChoice.GPU);
    assertThat(RunDevice.decideThere(gpu, all)).isSameAs(gpu);
    assertThat(RunDevice.decideThere(campaign(), all).device())
        .isEqualTo(Campaign.DeviceChoice.CPU);
    assertThatThrownBy(() -> RunDevice.decideThere(gpu, none))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("Cannot screen with model.device: gpu: expected")
        .hasMessageContaining(OF_EXECUTOR)
        .hasMessageContaining(OF_TASK)
        .hasMessageContaining("found none; set them")
        .hasMessageContaining("discoveryScript");
    assertThatThrownBy(() -> RunDevice.decideThere(gpu, conf(OF_TASK, "1")))
        .hasMessageContaining("found one of them");
  }

  @Test
  void aPrecisionOfAnotherDeviceIsRefusedBeforeAnythingIsDone() {
    SparkConf all = conf(OF_EXECUTOR, "1", OF_TASK, "1");
    assertThatThrownBy(() -> RunDevice.decideThere(campaign("model.precision=float16"), conf()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("Cannot predict in float16 on cpu");
    assertThatThrownBy(
            () ->
                RunDevice.decideThere(
                    campaign("model.precision=bfloat16", "model.device=auto"), all))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("Cannot predict in bfloat16 on gpu");
    Campaign half = campaign("model.precision=float16", "model.device=gpu");
    assertThat(RunDevice.decideThere(half, all)).isSameAs(half);
    assertThatThrownBy(() -> RunDevice.decideHere(campaign("model.precision=float16")))
        .hasMessageContaining("Cannot predict in float16 on cpu");
  }

  @Test
  void inThisJvmWhatLibtorchSeesDecides() throws IOException {
    assumeFalse(GraphicsProcessors.areUsable(), "skipped: there is a graphics processor");
    assertThat(RunDevice.decideHere(campaign("model.device=auto")).device())
        .isEqualTo(Campaign.DeviceChoice.CPU);
    assertThatThrownBy(() -> RunDevice.decideHere(campaign("model.device=gpu")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("Cannot predict on gpu 0")
        .hasMessageContaining("PYTORCH_LIBRARY_PATH");

    Path bundle = folder.resolve("bundle");
    ScreeningBundles.write(bundle, 1);
    assertThatThrownBy(() -> GridScreening.with(bundle.toString(), "model.device=gpu"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("Cannot predict on gpu 0");
    GridScreening.with(bundle.toString(), "model.device=auto").close();
  }

  @Test
  void aTaskUsesWhatSparkGaveIt() {
    Map<String, ResourceInformation> second =
        Map.of("gpu", new ResourceInformation("gpu", new String[] {"3"}));
    assertThat(TaskDevice.of(ComputeDevice.Kind.CPU)).isEqualTo(ComputeDevice.CPU);
    assertThat(TaskDevice.gpu(second, false)).isEqualTo(ComputeDevice.gpu(3));
    assertThat(TaskDevice.gpu(Map.of(), true)).isEqualTo(ComputeDevice.gpu(0));
    assertThatThrownBy(() -> TaskDevice.gpu(Map.of(), false))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("found none; set spark.task.resource.gpu.amount");
    assertThatThrownBy(
            () ->
                TaskDevice.gpu(
                    Map.of("gpu", new ResourceInformation("gpu", new String[] {"GPU-5f1e"})),
                    false))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("Cannot predict on gpu GPU-5f1e: expected an index from 0");
  }
}
