package io.github.epdi.training.pretraining;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import io.github.epdi.image.Frame;
import io.github.epdi.training.loop.Validation;
import io.github.epdi.training.loop.View;
import java.nio.FloatBuffer;

/** Measures the mean absolute error over the targets of sites of held-out grids, in deviations. */
final class SurrogateValidation implements Validation {
  private static final int BATCH = 16;

  private final NDManager manager;
  private final PretrainingImages images;

  SurrogateValidation(NDManager manager, PretrainingImages images) {
    this.manager = manager;
    this.images = images;
  }

  @Override
  public double maeEv(Block block) {
    double sum = 0;
    for (int first = 0; first < images.count(); first += BATCH) {
      sum += absoluteErrors(block, first, Math.min(BATCH, images.count() - first));
    }
    return images.count() == 0 ? Double.NaN : sum / images.count() / images.outputs();
  }

  private double absoluteErrors(Block block, int first, int count) {
    int length = Math.toIntExact(images.shape().size());
    float[] pixels = new float[count * length];
    float[] wanted = new float[count * images.outputs()];
    for (int i = 0; i < count; i++) {
      images.render(new View(first + i, 0, Frame.NATIVE), pixels, i * length);
      images.target(first + i, wanted, i * images.outputs());
    }
    try (NDManager scratch = manager.newSubManager()) {
      NDArray input =
          scratch.create(FloatBuffer.wrap(pixels), new Shape(count).addAll(images.shape()));
      ParameterStore store = new ParameterStore(manager, false);
      float[] found =
          block.forward(store, new NDList(input), false).singletonOrThrow().toFloatArray();
      double sum = 0;
      for (int i = 0; i < found.length; i++) {
        sum += Math.abs(found[i] - wanted[i]);
      }
      return sum;
    }
  }
}
