package io.github.epdi.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.epdi.SharedData;
import io.github.epdi.model.network.Architecture;
import io.github.epdi.model.network.FormulaTensors;
import io.github.epdi.model.network.ForwardPass;
import io.github.epdi.model.network.InferenceScript;
import io.github.epdi.model.network.InferenceScript.Convolutions;
import io.github.epdi.model.network.LinearHead;
import io.github.epdi.model.network.Network;
import io.github.epdi.model.network.ScriptedInference;
import io.github.epdi.model.network.StageObserver;
import io.github.epdi.model.safetensors.ModelFormatException;
import io.github.epdi.model.safetensors.Safetensors;
import io.github.epdi.model.safetensors.SafetensorsWriter;
import io.github.epdi.model.safetensors.TensorSource;
import io.github.epdi.model.safetensors.TensorSpec;
import io.github.epdi.model.safetensors.TensorType;
import io.github.epdi.model.torch.ComputeDevice;
import io.github.epdi.model.torch.GraphicsProcessors;
import io.github.epdi.model.torch.Precision;
import io.github.epdi.model.torch.TorchEngine;
import io.github.epdi.structure.InputException;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The prediction as a program against the network's own block, and against torchvision. */
class ScriptedInferenceTest {
  @ParameterizedTest
  @CsvSource({
    "DENSENET121,32,3",
    "DENSENET121,45,2",
    "DENSENET121,70,1",
    "DENSENET121,96,2",
    "RESNET50,32,3",
    "RESNET50,45,2",
    "RESNET50,70,1",
    "RESNET50,96,2",
    "VGG16,96,2",
    "VGG16,260,1"
  })
  void isTheBlock(Architecture network, int pixels, int batch) {
    assertSameFeatures(network, formula(network, 3), pixels, batch);
  }

  /** What graphics processors run, here on the processor. */
  @ParameterizedTest
  @CsvSource({
    "DENSENET121,32,3",
    "DENSENET121,45,2",
    "DENSENET121,96,2",
    "RESNET50,45,2",
    "VGG16,96,1"
  })
  void isTheBlockWithConvolutionsOfAnyDevice(Architecture network, int pixels, int batch) {
    TensorSource weights = formula(network, 3);
    float[] images = new FormulaTensors(9).input(batch * 3 * pixels * pixels);
    float[] found =
        scripted(network, weights, images, pixels, batch, Precision.FLOAT32, Convolutions.TORCH);
    assertSame(found, block(network, weights, images, pixels, batch));
  }

  /** The same program on a graphics processor, where it must find all that it calls. */
  @ParameterizedTest
  @EnumSource(names = {"DENSENET121", "RESNET50"})
  void isTheBlockOnAGraphicsProcessor(Architecture network) {
    assumeTrue(GraphicsProcessors.areUsable(), "skipped: there is no graphics processor");
    TensorSource weights = formula(network, 3);
    float[] images = new FormulaTensors(9).input(2 * 3 * 64 * 64);
    InferenceScript script = new InferenceScript(2, Convolutions.TORCH);
    byte[] archive = network.write(script, weights, "", Precision.FLOAT32, 64);
    try (NDManager manager = NDManager.newBaseManager(Device.gpu());
        ScriptedInference inference = ScriptedInference.of(manager, script, archive)) {
      float[] found = inference.features(manager, images, new Shape(2, 3, 64, 64));
      assertSame(found, block(network, weights, images, 64, 2));
    }
  }

  /** Scales of either sign and none: what is cut off lies above, below, or is the whole channel. */
  @Test
  void isTheBlockWhateverTheSignOfAScale() {
    Safetensors weights =
        changed(
            5,
            values -> {
              for (int i = 0; i < values.length; i += 3) {
                values[i] = -values[i];
              }
              for (int i = 1; i < values.length; i += 7) {
                values[i] = 0;
              }
            });
    assertSameFeatures(Architecture.DENSENET121, weights, 45, 2);
  }

  @ParameterizedTest
  @EnumSource
  void givesTorchvisionsOutputs(Architecture network) throws IOException {
    JsonNode file =
        new ObjectMapper()
            .readTree(SharedData.path("torchvision-reference/reference-7.json").toFile());
    JsonNode outputs = file.path("networks").path(network.id()).path("output");
    FormulaTensors formula = new FormulaTensors(file.get("seed").longValue());
    TensorSource weights = formula.source(network.tensors());
    float[] images = formula.input(outputs.size() * 3 * 224 * 224);
    LinearHead head = LinearHead.of(network, weights, "");
    float[] features = scripted(network, weights, images, 224, outputs.size());
    for (int i = 0; i < outputs.size(); i++) {
      double expected = outputs.get(i).doubleValue();
      assertThat(head.output(features, i))
          .isCloseTo(expected, within(1e-4 * Math.max(Math.abs(expected), 0.1)));
    }
  }

  @Test
  void refusesWeightsThatAreNoNumbers() {
    Safetensors weights = changed(3, values -> values[0] = Float.NaN);
    assertThatThrownBy(
            () -> scripted(Architecture.DENSENET121, weights, new float[3 * 32 * 32], 32, 1))
        .isInstanceOf(ModelFormatException.class)
        .hasMessage("Cannot use weights: expected finite numbers, found NaN");
  }

  @ParameterizedTest
  @EnumSource
  void refusesImagesThatAreTooSmall(Architecture network) {
    TensorSource weights = formula(network, 3);
    assertThatThrownBy(() -> scripted(network, weights, new float[3 * 31 * 31], 31, 1))
        .hasMessageContaining(network.id())
        .hasMessageContaining("expected (N, 3, P, P) with P >= 32, found (1, 3, 31, 31)");
  }

  /** Eight bits of mantissa keep two digits of a feature; what is wrong would keep none. */
  @Test
  void isTheSameInBfloat16ButForRounding() {
    Architecture network = Architecture.RESNET50;
    int pixels = 64;
    assumeTrue(hasBfloat16(), "skipped: this processor has no bfloat16");
    TensorSource weights = formula(network, 3);
    float[] images = new FormulaTensors(9).input(3 * pixels * pixels);
    float[] expected = scripted(network, weights, images, pixels, 1);
    float[] found =
        scripted(network, weights, images, pixels, 1, Precision.BFLOAT16, Convolutions.ONEDNN);
    double squares = 0;
    double errors = 0;
    for (int i = 0; i < found.length; i++) {
      squares += expected[i] * expected[i];
      errors += Math.pow(found[i] - expected[i], 2);
    }
    assertThat(Math.sqrt(errors / squares)).isBetween(1e-6, 0.05);
  }

  private static boolean hasBfloat16() {
    try {
      Precision.BFLOAT16.requireOn(ComputeDevice.Kind.CPU);
      return true;
    } catch (InputException e) {
      return false;
    }
  }

  private static void assertSameFeatures(
      Architecture network, TensorSource weights, int pixels, int batch) {
    float[] images = new FormulaTensors(9).input(batch * 3 * pixels * pixels);
    float[] expected = block(network, weights, images, pixels, batch);
    assertSame(scripted(network, weights, images, pixels, batch), expected);
  }

  private static void assertSame(float[] found, float[] expected) {
    assertThat(found).hasSameSizeAs(expected);
    float largest = 0;
    for (float value : expected) {
      largest = Math.max(largest, Math.abs(value));
    }
    assertThat(largest).isPositive();
    for (int i = 0; i < found.length; i++) {
      assertThat(found[i]).as("feature %d", i).isCloseTo(expected[i], within(1e-5f * largest));
    }
  }

  private interface Change {
    void on(float[] scales);
  }

  private static TensorSource formula(Architecture network, long seed) {
    return new FormulaTensors(seed).source(network.tensors());
  }

  /** Formula weights with the scales of the dense layers' normalisations changed. */
  private static Safetensors changed(long seed, Change change) {
    List<TensorSpec> tensors = Architecture.DENSENET121.tensors();
    Safetensors plain = new FormulaTensors(seed).weights(tensors);
    SafetensorsWriter writer = new SafetensorsWriter();
    for (TensorSpec spec : tensors) {
      float[] values = plain.floats(spec.name());
      if (spec.name().matches(".*(norm1|norm2|transition.*norm)\\.weight")) {
        change.on(values);
      }
      writer.add(spec, values, TensorType.F32);
    }
    return Safetensors.parse(writer.toBytes());
  }

  private static float[] block(
      Architecture architecture, TensorSource weights, float[] images, int pixels, int batch) {
    try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
      Network network = architecture.newNetwork();
      network.load(manager, weights, "");
      ForwardPass pass =
          new ForwardPass(
              new ParameterStore(manager, false),
              Device.cpu(),
              ForwardPass.Mode.PREDICT,
              StageObserver.NONE);
      NDArray input = manager.create(FloatBuffer.wrap(images), new Shape(batch, 3, pixels, pixels));
      return network.features(pass, input).toFloatArray();
    }
  }

  private static float[] scripted(
      Architecture network, TensorSource weights, float[] images, int pixels, int batch) {
    return scripted(
        network, weights, images, pixels, batch, Precision.FLOAT32, Convolutions.ONEDNN);
  }

  private static float[] scripted(
      Architecture network,
      TensorSource weights,
      float[] images,
      int pixels,
      int batch,
      Precision precision,
      Convolutions convolutions) {
    TorchEngine.start();
    InferenceScript script = new InferenceScript(batch, convolutions);
    byte[] archive = network.write(script, weights, "", precision, pixels);
    try (NDManager manager = NDManager.newBaseManager(Device.cpu());
        ScriptedInference inference = ScriptedInference.of(manager, script, archive)) {
      return inference.features(manager, images, new Shape(batch, 3, pixels, pixels));
    }
  }
}
