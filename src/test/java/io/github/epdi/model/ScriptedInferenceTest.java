package io.github.epdi.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.epdi.SharedData;
import java.io.IOException;
import java.nio.FloatBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The prediction as a program against the network's own block, and against torchvision. */
class ScriptedInferenceTest {
  private static final Architecture NETWORK = Architecture.DENSENET121;

  @ParameterizedTest
  @CsvSource({"32,3", "45,2", "70,1", "96,2"})
  void isTheBlock(int pixels, int batch) {
    Safetensors weights = formula(3, values -> {});
    assertSameFeatures(weights, pixels, batch);
  }

  /** Scales of either sign and none: what is cut off lies above, below, or is the whole channel. */
  @Test
  void isTheBlockWhateverTheSignOfAScale() {
    Safetensors weights =
        formula(
            5,
            values -> {
              for (int i = 0; i < values.length; i += 3) {
                values[i] = -values[i];
              }
              for (int i = 1; i < values.length; i += 7) {
                values[i] = 0;
              }
            });
    assertSameFeatures(weights, 45, 2);
  }

  @Test
  void givesTorchvisionsOutputs() throws IOException {
    JsonNode file =
        new ObjectMapper()
            .readTree(SharedData.path("torchvision-reference/reference-7.json").toFile());
    JsonNode outputs = file.path("networks").path(NETWORK.id()).path("output");
    FormulaTensors formula = new FormulaTensors(file.get("seed").longValue());
    Safetensors weights = formula.weights(NETWORK.tensors());
    float[] images = formula.input(outputs.size() * 3 * 224 * 224);
    LinearHead head = LinearHead.of(NETWORK.newNetwork(), weights, "");
    float[] features = scripted(weights, images, 224, outputs.size());
    for (int i = 0; i < outputs.size(); i++) {
      double expected = outputs.get(i).doubleValue();
      assertThat(head.output(features, i))
          .isCloseTo(expected, within(1e-4 * Math.max(Math.abs(expected), 0.1)));
    }
  }

  @Test
  void refusesWeightsThatAreNoNumbers() {
    Safetensors weights = formula(3, values -> values[0] = Float.NaN);
    assertThatThrownBy(() -> scripted(weights, new float[3 * 32 * 32], 32, 1))
        .isInstanceOf(ModelFormatException.class)
        .hasMessage("Cannot use weights: expected finite numbers, found NaN");
  }

  @Test
  void refusesImagesThatAreTooSmall() {
    Safetensors weights = formula(3, values -> {});
    assertThatThrownBy(() -> scripted(weights, new float[3 * 31 * 31], 31, 1))
        .hasMessageContaining("expected (N, 3, P, P) with P >= 32, found (1, 3, 31, 31)");
  }

  private static void assertSameFeatures(Safetensors weights, int pixels, int batch) {
    float[] images = new FormulaTensors(9).input(batch * 3 * pixels * pixels);
    float[] expected = block(weights, images, pixels, batch);
    float[] found = scripted(weights, images, pixels, batch);
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

  /** Formula weights with the scales of the dense layers' normalisations changed. */
  private static Safetensors formula(long seed, Change change) {
    Safetensors plain = new FormulaTensors(seed).weights(NETWORK.tensors());
    SafetensorsWriter writer = new SafetensorsWriter();
    for (TensorSpec spec : NETWORK.tensors()) {
      float[] values = plain.floats(spec.name());
      if (spec.name().matches(".*(norm1|norm2|transition.*norm)\\.weight")) {
        change.on(values);
      }
      writer.add(spec, values, TensorType.F32);
    }
    return Safetensors.parse(writer.toBytes());
  }

  private static float[] block(Safetensors weights, float[] images, int pixels, int batch) {
    try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
      Network network = NETWORK.newNetwork();
      network.load(manager, weights, "");
      ForwardPass pass =
          new ForwardPass(
              new ParameterStore(manager, false), Device.cpu(), false, StageObserver.NONE);
      NDArray input = manager.create(FloatBuffer.wrap(images), new Shape(batch, 3, pixels, pixels));
      return network.features(pass, input).toFloatArray();
    }
  }

  private static float[] scripted(Safetensors weights, float[] images, int pixels, int batch) {
    TorchEngine.start();
    InferenceScript script = new InferenceScript(batch);
    byte[] archive = NETWORK.write(script, weights, "", Precision.FLOAT32, pixels);
    try (NDManager manager = NDManager.newBaseManager(Device.cpu());
        ScriptedInference inference = ScriptedInference.of(manager, script, archive)) {
      return inference.features(manager, images, new Shape(batch, 3, pixels, pixels));
    }
  }
}
