package io.github.epdi.model.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.epdi.SharedData;
import io.github.epdi.model.safetensors.TensorSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Our networks against torchvision's own, with weights and input made by formula. Another file of
 * the same format is taken by {@code -Depdi.torchvision.reference=FILE}.
 */
class TorchvisionReferenceTest {
  private static final String PROPERTY = "epdi.torchvision.reference";
  private static final double TOLERANCE = 1e-4;

  private record Stage(Shape shape, double mean, double std) {}

  @ParameterizedTest
  @EnumSource
  void isTorchvisions(Architecture architecture) {
    JsonNode file = reference();
    JsonNode reference = file.path("networks").path(architecture.id());
    assertThat(reference.isObject()).as("%s in the reference", architecture.id()).isTrue();
    Network network = architecture.newNetwork();
    namesAndShapes(network.tensors(), reference);

    FormulaTensors formula = new FormulaTensors(file.get("seed").longValue());
    JsonNode outputs = reference.get("output");
    int length = outputs.size() * 3 * 224 * 224;
    float[] input = formula.input(length);
    for (int i = 0; i < file.get("input_first").size(); i++) {
      assertThat((double) input[i]).isEqualTo(file.get("input_first").get(i).doubleValue());
    }
    Map<String, Stage> stages = new HashMap<>();
    run(network, formula, input, outputs, reference.get("stages"), stages);
    assertThat(reference.get("stages").properties()).isNotEmpty();
    reference.get("stages").properties().forEach(e -> stage(e.getKey(), e.getValue(), stages));
  }

  /**
   * Smaller images, with weights and input of seed 7: what torchvision 0.14.1 gives, noted down.
   * VGG pools 1 x 1, 2 x 2 and 3 x 3 to 7 x 7 then.
   */
  @ParameterizedTest
  @CsvSource({
    "DENSENET121, 45, 0.2209431231021881, 0.20942354202270508",
    "DENSENET121, 64, 0.16566647589206696, 0.16126064956188202",
    "RESNET50, 45, -17.96809959411621, -18.209077835083008",
    "RESNET50, 64, -25.51481819152832, -26.241291046142578",
    "VGG16, 45, -0.4280725419521332, -0.4616924226284027",
    "VGG16, 64, -1.2927765846252441, -1.7916055917739868",
    "VGG16, 96, -2.212541103363037, -2.0949554443359375"
  })
  void givesTorchvisionsOutputsOfSmallImages(
      Architecture architecture, int pixels, double first, double second) {
    Network network = architecture.newNetwork();
    FormulaTensors formula = new FormulaTensors(7);
    float[] input = formula.input(2 * 3 * pixels * pixels);
    ArrayNode outputs = new ObjectMapper().createArrayNode().add(first).add(second);
    try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
      network.load(manager, formula.source(network.tensors()), "");
      NDArray images = manager.create(FloatBuffer.wrap(input), new Shape(2, 3, pixels, pixels));
      ParameterStore store = new ParameterStore(manager, false);
      matches(network.forward(store, new NDList(images), false), outputs, pixels + " pixels");
    }
  }

  private static void namesAndShapes(List<TensorSpec> tensors, JsonNode reference) {
    Map<String, List<Integer>> expected = new TreeMap<>();
    for (Map.Entry<String, JsonNode> shape : reference.get("shapes").properties()) {
      expected.put(
          shape.getKey(),
          StreamSupport.stream(shape.getValue().spliterator(), false)
              .map(JsonNode::intValue)
              .toList());
    }
    Map<String, List<Integer>> found = new TreeMap<>();
    tensors.forEach(spec -> found.put(spec.name(), spec.shape()));
    assertThat(found).isEqualTo(expected).hasSize(reference.get("tensors").intValue());
    long parameters =
        tensors.stream()
            .filter(spec -> !spec.name().contains("running_"))
            .mapToLong(TensorSpec::elements)
            .sum();
    assertThat(parameters).isEqualTo(reference.get("parameters").longValue());
  }

  private static void run(
      Network network,
      FormulaTensors formula,
      float[] input,
      JsonNode outputs,
      JsonNode wanted,
      Map<String, Stage> stages) {
    try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
      network.load(manager, formula.source(network.tensors()), "");
      ParameterStore store = new ParameterStore(manager, false);
      NDArray images =
          manager.create(FloatBuffer.wrap(input), new Shape(outputs.size(), 3, 224, 224));
      StageObserver observer =
          (name, array) -> {
            if (wanted.has(name)) {
              stages.put(name, summary(array));
            }
          };
      network
          .features(
              new ForwardPass(store, Device.cpu(), ForwardPass.Mode.PREDICT, observer), images)
          .close();
      matches(network.forward(store, new NDList(images), false), outputs, "as loaded");
      network.fold();
      matches(network.forward(store, new NDList(images), false), outputs, "folded");
    }
  }

  private static void matches(NDList result, JsonNode outputs, String how) {
    assertThat(result.singletonOrThrow().getShape()).isEqualTo(new Shape(outputs.size(), 1));
    float[] found = result.singletonOrThrow().toFloatArray();
    for (int i = 0; i < found.length; i++) {
      double expected = outputs.get(i).doubleValue();
      double tolerance = TOLERANCE * Math.max(Math.abs(expected), 0.1);
      assertThat((double) found[i])
          .as("output %d, %s", i, how)
          .isCloseTo(expected, within(tolerance));
    }
  }

  private static Stage summary(NDArray array) {
    float[] values = array.toFloatArray();
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    double mean = sum / values.length;
    double squares = 0;
    for (float value : values) {
      squares += (value - mean) * (value - mean);
    }
    return new Stage(array.getShape(), mean, Math.sqrt(squares / (values.length - 1)));
  }

  private static void stage(String name, JsonNode expected, Map<String, Stage> stages) {
    Stage found = stages.get(name);
    assertThat(found).as("stage %s", name).isNotNull();
    double std = expected.get("std").doubleValue();
    assertThat(found.mean())
        .as("mean of %s", name)
        .isCloseTo(expected.get("mean").doubleValue(), within(TOLERANCE * std));
    assertThat(found.std()).as("std of %s", name).isCloseTo(std, within(TOLERANCE * std));
    long[] shape =
        StreamSupport.stream(expected.get("shape").spliterator(), false)
            .mapToLong(JsonNode::longValue)
            .toArray();
    assertThat(found.shape()).as("shape of %s", name).isEqualTo(new Shape(shape));
  }

  private static JsonNode reference() {
    String other = System.getProperty(PROPERTY);
    Path path =
        other == null
            ? SharedData.path("torchvision-reference/reference-7.json")
            : Path.of(other).toAbsolutePath();
    try {
      return new ObjectMapper().readTree(path.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + path, e);
    }
  }
}
