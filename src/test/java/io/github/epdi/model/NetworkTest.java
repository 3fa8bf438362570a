package io.github.epdi.model;

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
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** DenseNet121 as a block that loads, saves and learns. */
class NetworkTest {
  private static final Architecture NETWORK = Architecture.DENSENET121;
  private static final FormulaTensors FORMULA = new FormulaTensors(3);

  @Test
  void savesWhatItLoaded() {
    byte[] weights = FORMULA.bytes(NETWORK.tensors(), "", TensorType.F32);
    try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
      Network network = NETWORK.newNetwork();
      network.load(manager, Safetensors.parse(weights), "");
      SafetensorsWriter writer = new SafetensorsWriter();
      network.save(writer, "", TensorType.F32);
      assertThat(writer.toBytes()).isEqualTo(weights);
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

  @Test
  void rejectsImagesThatItCannotSee() {
    try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
      Network network = NETWORK.newNetwork();
      network.load(manager, FORMULA.weights(network.tensors()), "");
      ParameterStore store = new ParameterStore(manager, false);
      NDArray small = manager.zeros(new Shape(1, 3, 31, 31));
      assertThatThrownBy(() -> network.forward(store, new NDList(small), false))
          .hasMessage(
              "Cannot run densenet121 on images:"
                  + " expected (N, 3, P, P) with P >= 32, found (1, 3, 31, 31)");
      NDArray smallest = manager.zeros(new Shape(1, 3, 32, 32));
      NDArray odd = manager.zeros(new Shape(2, 3, 45, 45));
      assertThat(network.forward(store, new NDList(smallest), false).head().toFloatArray())
          .hasSize(1)
          .doesNotContain(Float.NaN);
      assertThat(network.forward(store, new NDList(odd), false).head().getShape())
          .isEqualTo(new Shape(2, 1));
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
      network.features(new ForwardPass(store, Device.cpu(), true, observer), images).close();
      assertThat((double) values(network, "features.norm0.running_mean")[5])
          .isCloseTo(0.9 * before + 0.1 * mean[0], within(1e-6));
    }
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
