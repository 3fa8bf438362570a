package io.github.epdi.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import io.github.epdi.model.network.Architecture;
import io.github.epdi.model.network.FormulaTensors;
import io.github.epdi.model.network.InferenceScript;
import io.github.epdi.model.network.Network;
import io.github.epdi.model.torch.ComputeDevice;
import io.github.epdi.model.torch.Precision;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a prediction depends on, and what it does not. */
class BindingEnergyPredictorTest {
  /** Bit for bit: every row, every company, every count, every task. */
  @ParameterizedTest
  @CsvSource({"32,8,17", "70,4,5", "96,8,11", "224,2,3"})
  void dependsOnNothingButTheImage(int pixels, int batchSize, int count) {
    float[] images = new FormulaTensors(11).input(count * 3 * pixels * pixels);
    int length = 3 * pixels * pixels;
    try (BindingEnergyModel model = model(FormulaBundles.bundle(pixels, 1));
        BindingEnergyPredictor predictor = model.newPredictor(batchSize);
        BindingEnergyPredictor other = model.newPredictor(batchSize)) {
      double[] all = predictor.predict(images, count)[0];
      assertThat(all).doesNotHaveDuplicates();
      for (int row = 0; row < batchSize; row++) {
        float[] rotated = new float[batchSize * length];
        for (int i = 0; i < batchSize; i++) {
          int image = (i + count - row) % count;
          System.arraycopy(images, image * length, rotated, i * length, length);
        }
        double[] found = other.predict(rotated, row + 1)[0];
        for (int i = 0; i <= row; i++) {
          assertThat(found[i]).as("row %d", i).isEqualTo(all[(i + count - row) % count]);
        }
      }
    }
  }

  @Test
  void isTheTargetsMeanAndScaleOnTheNetworksOutput() {
    ModelBundle bundle = FormulaBundles.bundle(64, 2);
    int count = 3;
    float[] images = new FormulaTensors(5).input(count * 3 * 64 * 64);
    try (BindingEnergyModel model = model(bundle);
        BindingEnergyPredictor predictor = model.newPredictor(2);
        NDManager manager = NDManager.newBaseManager()) {
      double[][] energies = predictor.predict(images, count);
      assertThat(energies).hasDimensions(2, count);
      assertThat(predictor.evaluations()).isEqualTo(2L * count);
      for (int m = 0; m < 2; m++) {
        Network network = Architecture.DENSENET121.newNetwork();
        network.load(manager, new FormulaTensors(7 + m).weights(network.tensors()), "");
        NDList input =
            new NDList(manager.create(FloatBuffer.wrap(images), new Shape(count, 3, 64, 64)));
        float[] outputs =
            network.forward(new ParameterStore(manager, false), input, false).head().toFloatArray();
        for (int i = 0; i < count; i++) {
          assertThat(energies[m][i]).isCloseTo(-1.5 + 0.25 * outputs[i], within(1e-5));
        }
      }
      assertThat(energies[0]).isNotEqualTo(energies[1]);
    }
  }

  /** The program of graphics processors, run by the processor. */
  @Test
  void isTheSameWithConvolutionsOfAnyDevice() {
    ModelBundle bundle = FormulaBundles.bundle(32, 2);
    int count = 7;
    float[] images = new FormulaTensors(5).input(count * 3 * 32 * 32);
    try (BindingEnergyModel here = model(bundle);
        BindingEnergyModel anywhere =
            new BindingEnergyModel(
                bundle, ComputeDevice.CPU, Precision.FLOAT32, InferenceScript.Convolutions.TORCH);
        BindingEnergyPredictor expected = here.newPredictor(8);
        BindingEnergyPredictor found = anywhere.newPredictor(3)) {
      double[][] energies = expected.predict(images, count);
      for (int member = 0; member < 2; member++) {
        assertThat(found.predict(images, count)[member])
            .containsExactly(energies[member], within(1e-5));
      }
    }
  }

  @Test
  void tasksShareAModelAtTheSameTime() throws Exception {
    int count = 12;
    float[] images = new FormulaTensors(13).input(count * 3 * 64 * 64);
    ModelBundle bundle = FormulaBundles.bundle(64, 1);
    BindingEnergyModel model = ExecutorModels.get(bundle);
    assertThat(ExecutorModels.get(FormulaBundles.bundle(64, 1))).isSameAs(model);
    assertThat(ExecutorModels.get(bundle.bundleJson(), bundle.weights(), ComputeDevice.CPU))
        .isSameAs(model);
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      Callable<List<Double>> task =
          () -> {
            try (BindingEnergyPredictor predictor = model.newPredictor(4)) {
              List<Double> energies = new ArrayList<>();
              for (double energy : predictor.predict(images, count)[0]) {
                energies.add(energy);
              }
              return energies;
            }
          };
      List<Future<List<Double>>> results = threads.invokeAll(List.of(task, task, task, task));
      for (Future<List<Double>> result : results) {
        assertThat(result.get()).hasSize(count).isEqualTo(results.get(0).get());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void saysWhatItCannotPredict() {
    try (BindingEnergyModel model = model(FormulaBundles.bundle(32, 1));
        BindingEnergyPredictor predictor = model.newPredictor(2)) {
      float[] images = new float[2 * 3 * 32 * 32];
      assertThatThrownBy(() -> predictor.predict(images, 3))
          .hasMessage("Cannot predict 3 images: expected 9216 values, found 6144");
      assertThat(predictor.predict(images, 0)[0]).isEmpty();
      images[3 * 32 * 32] = Float.NaN;
      assertThat(predictor.predict(images, 1)[0]).hasSize(1);
      assertThatThrownBy(() -> predictor.predict(images, 2))
          .isInstanceOf(ArithmeticException.class)
          .hasMessage("Cannot predict image 1: expected a finite energy, found NaN");
      assertThatThrownBy(() -> model.newPredictor(0))
          .hasMessageContaining("expected a size of at least 1, found 0");
    }
  }

  private static BindingEnergyModel model(ModelBundle bundle) {
    return new BindingEnergyModel(bundle, ComputeDevice.CPU);
  }
}
