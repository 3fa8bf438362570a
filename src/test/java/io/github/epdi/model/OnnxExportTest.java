package io.github.epdi.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxModelMetadata;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import io.github.epdi.image.ImageSpec;
import io.github.epdi.model.network.Architecture;
import io.github.epdi.model.network.FormulaTensors;
import io.github.epdi.model.safetensors.ModelFormatException;
import io.github.epdi.model.safetensors.TensorType;
import io.github.epdi.model.torch.ComputeDevice;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exported networks, run by ONNX Runtime, against our own predictions. */
class OnnxExportTest {
  private static final double TOLERANCE_EV = 1e-4;

  @TempDir private Path folder;

  /** Sizes that halve evenly and sizes that do not. */
  @ParameterizedTest
  @CsvSource({"DENSENET121,64", "DENSENET121,70", "RESNET50,64", "RESNET50,45", "VGG16,64"})
  void predictsOurEnergies(Architecture architecture, int pixels) throws Exception {
    ModelBundle bundle = FormulaBundles.bundle(architecture, pixels, TensorType.F16);
    onnx(bundle).write(folder.resolve("exported"));
    assertSame(bundle, 0, folder.resolve("exported/model.onnx"));
  }

  /** A trained network, whose images are planes in eV and whose means and scales are no texts. */
  @Test
  void predictsTheEnergiesOfTheDemoBundle() throws Exception {
    ModelBundle bundle = ModelBundle.read(Path.of("jobs/demo/bundle"));
    Path out = folder.resolve("exported");
    assertThat(onnx(bundle).write(out))
        .containsExactly(out.resolve("README.md"), out.resolve("model.onnx"));
    assertSame(bundle, 0, out.resolve("model.onnx"));
    assertThat(out.resolve("README.md"))
        .content()
        .startsWith("---\nlicense: apache-2.0\nlibrary_name: onnx\n")
        .contains(
            "network = onnxruntime.InferenceSession(\"model.onnx\")",
            "energies_ev = network.run([\"energies_ev\"], {\"images\": images})[0]",
            "mean over 12 copies",
            "5. Not by you, the file does it: each channel less "
                + bundle.metadata().image().mean())
        .doesNotContain("torchvision.models");
  }

  @Test
  void membersAreFilesOfTheirOwn() throws Exception {
    ModelBundle two = FormulaBundles.bundle(32, 2);
    onnx(two).write(folder.resolve("all"));
    assertSame(two, 0, folder.resolve("all/member0.onnx"));
    assertSame(two, 1, folder.resolve("all/member1.onnx"));
    onnx(two).writeMember(1, folder.resolve("one"));
    assertThat(folder.resolve("one/model.onnx"))
        .hasSameBinaryContentAs(folder.resolve("all/member1.onnx"));
    assertThat(folder.resolve("all/README.md")).content().contains("mean over its 2 members");
  }

  /** Any company, any batch: what an image gets is its own. */
  @Test
  void energiesDoNotDependOnTheBatch() throws Exception {
    ModelBundle bundle = ModelBundle.read(Path.of("jobs/demo/bundle"));
    onnx(bundle).write(folder.resolve("exported"));
    int count = 23;
    float[] images = rawImages(bundle.metadata().image(), count);
    int length = bundle.metadata().image().length();
    try (OrtSession session = session(folder.resolve("exported/model.onnx"))) {
      float[] together = run(session, bundle, images);
      assertThat(together).hasSize(count).doesNotHaveDuplicates();
      Random random = new Random(7);
      for (int round = 0; round < 20; round++) {
        int first = random.nextInt(count);
        int last = first + 1 + random.nextInt(count - first);
        float[] some =
            run(session, bundle, Arrays.copyOfRange(images, first * length, last * length));
        assertThat(some)
            .as("%d to %d", first, last)
            .containsExactly(Arrays.copyOfRange(together, first, last), within(1e-5f));
      }
    }
  }

  @Test
  void tellsWhatItIs() throws Exception {
    ModelBundle bundle = FormulaBundles.bundle(32, 2);
    onnx(bundle).writeMember(1, folder.resolve("one"));
    onnx(bundle).writeMember(1, folder.resolve("again"));
    Path file = folder.resolve("one/model.onnx");
    assertThat(file).hasSameBinaryContentAs(folder.resolve("again/model.onnx"));
    try (OrtSession session = session(file)) {
      TensorInfo input = (TensorInfo) session.getInputInfo().get("images").getInfo();
      assertThat(input.getShape()).containsExactly(-1, 3, 32, 32);
      TensorInfo output = (TensorInfo) session.getOutputInfo().get("energies_ev").getInfo();
      assertThat(output.getShape()).containsExactly(-1);
      OnnxModelMetadata metadata = session.getMetadata();
      assertThat(metadata.getProducerName()).isEqualTo("EPDI Screen");
      assertThat(metadata.getCustomMetadata()).containsEntry("epdi_version", "1.2.3");
      assertThat(metadata.getDescription())
          .contains("binding energy of Li", "network 1 of 2", "over 1 copies");
      assertThat(metadata.getCustomMetadata())
          .containsEntry("bundle_sha256", bundle.digest())
          .containsEntry("member", "1")
          .containsEntry("members", "2")
          .containsEntry("licence", "Apache-2.0")
          .containsEntry("theory.functional", "PBE")
          .containsEntry("theory.k_points", "Gamma");
    }
  }

  /** Half a file of a network that cannot be used is seen by nobody. */
  @Test
  void whatCannotBeWrittenLeavesNothing() throws IOException {
    Path out = folder.resolve("exported");
    ModelBundle levels = ModelBundle.read(Path.of("jobs/demo/affinity"));
    assertThatThrownBy(() -> onnx(levels))
        .isInstanceOf(ModelFormatException.class)
        .hasMessage("Cannot export as ONNX: expected networks, found a bundle of regressions");
    byte[] weights = FormulaBundles.weights(1, TensorType.F32);
    Arrays.fill(weights, weights.length - 4, weights.length, (byte) 0xff);
    ModelBundle broken = ModelBundle.of(FormulaBundles.metadata(32, 1), weights);
    assertThatThrownBy(() -> onnx(broken).write(out))
        .isInstanceOf(ModelFormatException.class)
        .hasMessage("Cannot use weights: expected finite numbers, found NaN");
    try (var files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  private static BundleExport onnx(ModelBundle bundle) {
    return BundleExport.ofOnnx(bundle, "1.2.3");
  }

  private static void assertSame(ModelBundle bundle, int member, Path file) throws Exception {
    int count = 3;
    float[] raw = rawImages(bundle.metadata().image(), count);
    try (BindingEnergyModel model = new BindingEnergyModel(bundle, ComputeDevice.CPU);
        BindingEnergyPredictor predictor = model.newPredictor(count);
        OrtSession session = session(file)) {
      double[] expected =
          predictor.predict(normalised(bundle.metadata().image(), raw), count)[member];
      float[] found = run(session, bundle, raw);
      assertThat(found).hasSize(count);
      for (int i = 0; i < count; i++) {
        assertThat((double) found[i]).isCloseTo(expected[i], within(TOLERANCE_EV));
      }
      assertThat(expected[0]).isNotCloseTo(expected[1], within(10 * TOLERANCE_EV));
    }
  }

  /** Values up to two standard deviations off each channel's mean. */
  private static float[] rawImages(ImageSpec image, int count) {
    float[] values = new FormulaTensors(11).input(count * image.length());
    for (int i = 0; i < values.length; i++) {
      int channel = channel(image, i);
      values[i] = (float) (image.mean().get(channel) + 2 * image.std().get(channel) * values[i]);
    }
    return values;
  }

  private static float[] normalised(ImageSpec image, float[] raw) {
    float[] values = new float[raw.length];
    for (int i = 0; i < values.length; i++) {
      int channel = channel(image, i);
      values[i] = (float) ((raw[i] - image.mean().get(channel)) / image.std().get(channel));
    }
    return values;
  }

  private static int channel(ImageSpec image, int value) {
    return value / (image.pixels() * image.pixels()) % 3;
  }

  private static OrtSession session(Path file) throws OrtException {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      return OrtEnvironment.getEnvironment().createSession(file.toString(), options);
    }
  }

  private static float[] run(OrtSession session, ModelBundle bundle, float[] images)
      throws OrtException {
    ImageSpec image = bundle.metadata().image();
    long[] shape = {images.length / image.length(), 3, image.pixels(), image.pixels()};
    try (OnnxTensor input =
            OnnxTensor.createTensor(
                OrtEnvironment.getEnvironment(), FloatBuffer.wrap(images), shape);
        OrtSession.Result result = session.run(Map.of("images", input))) {
      return (float[]) result.get("energies_ev").orElseThrow().getValue();
    }
  }
}
