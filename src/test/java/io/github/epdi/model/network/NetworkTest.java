package io.github.epdi.model.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import io.github.epdi.model.safetensors.ModelFormatException;
import io.github.epdi.model.safetensors.Safetensors;
import io.github.epdi.model.safetensors.SafetensorsWriter;
import io.github.epdi.model.safetensors.TensorSource;
import io.github.epdi.model.safetensors.TensorSpec;
import io.github.epdi.model.safetensors.TensorType;
import io.github.epdi.model.torch.TorchEngine;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Networks as blocks that load, save and learn. */
class NetworkTest {
  private static final Architecture NETWORK = Architecture.DENSENET121;
  private static final FormulaTensors FORMULA = new FormulaTensors(3);

  private record Head(String name, int features) {}

  private static final Map<Architecture, Head> HEADS =
      Map.of(
          Architecture.DENSENET121, new Head("classifier", 1024),
          Architecture.RESNET50, new Head("fc", 2048),
          Architecture.VGG16, new Head("classifier.6", 4096));

  @ParameterizedTest
  @EnumSource(names = {"DENSENET121", "RESNET50"})
  void savesWhatItLoaded(Architecture architecture) {
    byte[] weights = FORMULA.bytes(architecture.tensors(), "", TensorType.F32);
    try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
      Network network = architecture.newNetwork();
      network.load(manager, Safetensors.parse(weights), "");
      SafetensorsWriter writer = new SafetensorsWriter();
      network.save(writer, "", TensorType.F32);
      assertThat(writer.toBytes()).isEqualTo(weights);
    }
  }

  @Test
  void vectorsAreNeverSavedInHalfPrecision() {
    try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
      Network network = NETWORK.newNetwork();
      network.load(manager, FORMULA.source(network.tensors()), "");
      SafetensorsWriter halves = new SafetensorsWriter();
      network.save(halves, "0.", TensorType.F16);
      Safetensors file = Safetensors.parse(halves.toBytes());
      assertThat(file.type("0.features.conv0.weight")).isEqualTo(TensorType.F16);
      assertThat(file.type("0.features.norm0.running_var")).isEqualTo(TensorType.F32);
      assertThat(halves.toBytes().length).isBetween(14_000_000, 14_500_000);
    }
  }

  @Test
  void countsOfTrainingStepsAreIgnored() {
    List<TensorSpec> tensors = new ArrayList<>(NETWORK.tensors());
    tensors.add(new TensorSpec("features.norm0.num_batches_tracked", List.of()));
    try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
      NETWORK.newNetwork().load(manager, FORMULA.weights(tensors), "");
    }
  }

  @Test
  void namesTheTensorThatDoesNotFit() {
    List<TensorSpec> tensors = new ArrayList<>(NETWORK.tensors());
    TensorSpec last = tensors.remove(tensors.size() - 1);
    assertThatThrownBy(() -> load(tensors))
        .isInstanceOf(ModelFormatException.class)
        .hasMessage(
            "Cannot load tensor classifier.bias: expected shape [1], found no tensor of this name");
    tensors.add(new TensorSpec(last.name(), List.of(1000)));
    assertThatThrownBy(() -> load(tensors))
        .hasMessage("Cannot load tensor classifier.bias: expected shape [1], found shape [1000]");
    tensors.set(tensors.size() - 1, last);
    tensors.add(new TensorSpec("features.conv9.weight", List.of(2)));
    assertThatThrownBy(() -> load(tensors))
        .hasMessage(
            "Cannot load tensor features.conv9.weight:"
                + " expected only the network's tensors, found one that it does not have");
  }

  @ParameterizedTest
  @EnumSource
  void rejectsImagesThatItCannotSee(Architecture architecture) {
    try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
      Network network = architecture.newNetwork();
      ParameterStore store = new ParameterStore(manager, false);
      NDArray small = manager.zeros(new Shape(1, 3, 31, 31));
      assertThatThrownBy(() -> network.forward(store, new NDList(small), false))
          .hasMessage(
              "Cannot run %s on images: expected (N, 3, P, P) with P >= 32, found (1, 3, 31, 31)",
              architecture.id());
    }
  }

  /** Smallest images, odd sizes, and a last layer of several outputs. */
  @ParameterizedTest
  @EnumSource
  void hasAsManyOutputsAsAreAskedFor(Architecture architecture) {
    try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
      Network network = architecture.newNetwork(3);
      assertThat(network.tensors())
          .filteredOn(spec -> network.headTensors().contains(spec.name()))
          .extracting(TensorSpec::shape)
          .containsExactly(List.of(3, HEADS.get(architecture).features()), List.of(3));
      assertThat(network.headTensors().get(0))
          .isEqualTo(HEADS.get(architecture).name() + ".weight");
      network.load(manager, FORMULA.source(network.tensors()), "");
      ParameterStore store = new ParameterStore(manager, false);
      for (int pixels : new int[] {32, 45}) {
        float[] images = FORMULA.input(2 * 3 * pixels * pixels);
        NDArray input = manager.create(FloatBuffer.wrap(images), new Shape(2, 3, pixels, pixels));
        NDArray output = network.forward(store, new NDList(input), false).singletonOrThrow();
        assertThat(output.getShape()).isEqualTo(new Shape(2, 3));
        assertThat(output.toFloatArray()).doesNotContain(Float.NaN).doesNotHaveDuplicates();
      }
      assertThat(network.getOutputShapes(new Shape[] {new Shape(7, 3, 32, 32)}))
          .containsExactly(new Shape(7, 3));
    }
    assertThatThrownBy(() -> architecture.newNetwork(0))
        .hasMessage("Cannot build network: expected at least 1 output, found 0");
  }

  /** What is not one energy cannot be predicted with. */
  @Test
  void predictionsTakeOneOutput() {
    Network network = NETWORK.newNetwork(2);
    TensorSource weights = FORMULA.source(network.tensors());
    assertThatThrownBy(() -> LinearHead.of(NETWORK, weights, ""))
        .hasMessage("Cannot predict with tensor classifier.bias: expected one output, found 2");
  }

  /** Fine-tuning with frozen statistics: predictions' arithmetic, and yet everything learns. */
  @ParameterizedTest
  @EnumSource(names = {"DENSENET121", "RESNET50"})
  void frozenStatisticsStay(Architecture architecture) {
    try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
      Network network = architecture.newNetwork();
      network.load(manager, FORMULA.source(network.tensors()), "");
      Map<String, float[]> before = statistics(network);
      ParameterStore store = new ParameterStore(manager, false);
      NDList images = new NDList(images(manager));
      float[] predicted = network.forward(store, images, false).head().toFloatArray();
      network.statistics(Network.Statistics.FROZEN);
      try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
        NDArray output = network.forward(store, images, true).head();
        assertThat(output.toFloatArray()).containsExactly(predicted);
        collector.backward(output.square().sum());
      }
      assertThat(statistics(network))
          .hasSizeGreaterThan(100)
          .usingRecursiveComparison()
          .isEqualTo(before);
      for (TensorSpec spec : network.tensors()) {
        if (!spec.name().contains("running_")) {
          NDArray gradient = network.getParameters().get(spec.name()).getArray().getGradient();
          assertThat(gradient.abs().sum().getFloat()).as(spec.name()).isPositive().isFinite();
        }
      }
      network.statistics(Network.Statistics.LEARNED);
      network.forward(store, images, true);
      assertThat(statistics(network)).usingRecursiveComparison().isNotEqualTo(before);
    }
  }

  /** All that is random in VGG16's training follows from the seed, and prediction from none. */
  @Test
  void dropsByItsOwnSeed() {
    try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
      Network network = Architecture.VGG16.newNetwork();
      network.load(manager, FORMULA.source(network.tensors()), "");
      ParameterStore store = new ParameterStore(manager, false);
      NDList images = new NDList(images(manager));
      float[] predicted = network.forward(store, images, false).head().toFloatArray();
      network.dropoutSeed(5);
      float[] first = network.forward(store, images, true).head().toFloatArray();
      float[] second = network.forward(store, images, true).head().toFloatArray();
      manager.getEngine().setRandomSeed(9);
      network.dropoutSeed(5);
      assertThat(network.forward(store, images, true).head().toFloatArray()).isEqualTo(first);
      assertThat(network.forward(store, images, true).head().toFloatArray()).isEqualTo(second);
      assertThat(first).isNotEqualTo(second).isNotEqualTo(predicted);
      assertThat(network.forward(store, images, false).head().toFloatArray()).isEqualTo(predicted);
    }
  }

  /** A pretrained network of a thousand outputs becomes ours, and then learns. */
  @Test
  void learnsFromPretrainedFeatures() {
    List<TensorSpec> pretrained = new ArrayList<>(NETWORK.tensors());
    pretrained.removeIf(spec -> spec.name().startsWith("classifier."));
    pretrained.add(new TensorSpec("classifier.weight", List.of(1000, 1024)));
    pretrained.add(new TensorSpec("classifier.bias", List.of(1000)));
    TorchEngine.start().setRandomSeed(7);
    Network network = NETWORK.newNetwork();
    try (Model model = Model.newInstance("densenet121", Device.cpu(), "PyTorch")) {
      network.loadFeatures(model.getNDManager(), FORMULA.weights(pretrained));
      model.setBlock(network);
      Optimizer adam = Optimizer.adam().optLearningRateTracker(Tracker.fixed(1e-3f)).build();
      DefaultTrainingConfig config =
          new DefaultTrainingConfig(Loss.l1Loss())
              .optOptimizer(adam)
              .optDevices(new Device[] {Device.cpu()});
      try (Trainer trainer = model.newTrainer(config)) {
        trainer.initialize(new Shape(4, 3, 32, 32));
        float[] before = values(network, "features.norm5.running_mean");
        float[] kernel = values(network, "features.conv0.weight");
        float first = step(trainer);
        float best = first;
        for (int i = 0; i < 15 && best > 0.5f * first; i++) {
          best = Math.min(best, step(trainer));
        }
        assertThat(best).isLessThanOrEqualTo(0.5f * first);
        assertThat(values(network, "features.norm5.running_mean")).isNotEqualTo(before);
        assertThat(values(network, "features.conv0.weight")).isNotEqualTo(kernel);
      }
    }
  }

  /** In training the running statistics move a tenth of the way to the batch's. */
  @Test
  void runningStatisticsFollowTheBatch() {
    try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
      Network network = NETWORK.newNetwork();
      network.load(manager, FORMULA.weights(network.tensors()), "");
      double before = values(network, "features.norm0.running_mean")[5];
      ParameterStore store = new ParameterStore(manager, false);
      NDArray images = images(manager);
      double[] mean = new double[1];
      StageObserver observer =
          (name, array) -> {
            if (name.equals("features.conv0")) {
              mean[0] = array.get(":, 5").mean().getFloat();
            }
          };
      network
          .features(new ForwardPass(store, Device.cpu(), ForwardPass.Mode.TRAIN, observer), images)
          .close();
      assertThat((double) values(network, "features.norm0.running_mean")[5])
          .isCloseTo(0.9 * before + 0.1 * mean[0], within(1e-6));
    }
  }

  private static Map<String, float[]> statistics(Network network) {
    Map<String, float[]> values = new TreeMap<>();
    for (TensorSpec spec : network.tensors()) {
      if (spec.name().contains("running_")) {
        values.put(spec.name(), values(network, spec.name()));
      }
    }
    return values;
  }

  private static float step(Trainer trainer) {
    try (NDManager manager = trainer.getManager().newSubManager()) {
      NDArray target = manager.create(new float[] {3, 3, 3, 3}, new Shape(4, 1));
      float value;
      try (GradientCollector collector = trainer.newGradientCollector()) {
        NDList prediction = trainer.forward(new NDList(images(manager)));
        NDArray loss = trainer.getLoss().evaluate(new NDList(target), prediction);
        value = loss.getFloat();
        collector.backward(loss);
      }
      trainer.step();
      return value;
    }
  }

  private static NDArray images(NDManager manager) {
    return manager.create(
        FloatBuffer.wrap(FORMULA.input(4 * 3 * 32 * 32)), new Shape(4, 3, 32, 32));
  }

  private static float[] values(Network network, String name) {
    return network.getParameters().get(name).getArray().toFloatArray();
  }

  private static void load(List<TensorSpec> tensors) {
    try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
      NETWORK.newNetwork().load(manager, FORMULA.weights(tensors), "");
    }
  }
}
