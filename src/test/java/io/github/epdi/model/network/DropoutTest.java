package io.github.epdi.model.network;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import io.github.epdi.model.torch.TorchEngine;
import org.junit.jupiter.api.Test;

class DropoutTest {
  private static final int COUNT = 100_000;

  /** Half is dropped, the rest doubled, in the values and in their gradients alike. */
  @Test
  void halfIsDroppedAndTheRestIsDoubled() {
    TorchEngine.start();
    try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
      Dropout dropout = new Dropout();
      dropout.seed(3);
      NDArray weight = manager.ones(new Shape(COUNT));
      weight.setRequiresGradient(true);
      float[] kept;
      try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
        NDArray dropped = dropout.replace(pass(manager, ForwardPass.Mode.TRAIN), weight.mul(3));
        kept = dropped.toFloatArray();
        collector.backward(dropped.sum());
      }
      int zeros = 0;
      for (float value : kept) {
        assertThat(value).isIn(0f, 6f);
        zeros += value == 0 ? 1 : 0;
      }
      // Six deviations of a fair coin.
      assertThat(zeros).isBetween(COUNT / 2 - 950, COUNT / 2 + 950);
      assertThat(weight.getGradient().toFloatArray()).isEqualTo(kept);
    }
  }

  @Test
  void nothingIsDroppedInPrediction() {
    TorchEngine.start();
    try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
      NDArray input = manager.ones(new Shape(10));
      assertThat(new Dropout().replace(pass(manager, ForwardPass.Mode.PREDICT), input))
          .isSameAs(input);
    }
  }

  private static ForwardPass pass(NDManager manager, ForwardPass.Mode mode) {
    ParameterStore none = new ParameterStore(manager, false);
    return new ForwardPass(none, Device.cpu(), mode, StageObserver.NONE);
  }
}
