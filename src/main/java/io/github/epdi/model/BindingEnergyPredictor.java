package io.github.epdi.model;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * Predicts binding energies of images, in batches of one fixed shape; the last is padded with
 * zeros. An image's energy depends, to the last bit, only on the image, the model and the batch
 * size: not on its row, its batch-mates or their number. One per task; not thread-safe.
 */
public final class BindingEnergyPredictor implements AutoCloseable {
  /** Fastest, or within noise of it, on one core from 96 to 224 pixels. */
  public static final int DEFAULT_BATCH_SIZE = 8;

  private final BindingEnergyModel model;
  private final BundleMetadata.Target target;
  private final NDManager manager;
  private final ParameterStore parameters;
  private final int imageLength;
  private final float[] batch;
  private final Shape batchShape;
  private long evaluations;

  BindingEnergyPredictor(BindingEnergyModel model, int batchSize) {
    if (batchSize < 1) {
      throw new IllegalArgumentException(
          "Cannot predict in batches: expected a size of at least 1, found " + batchSize);
    }
    this.model = model;
    this.target = model.metadata().target();
    this.manager = model.manager().newSubManager();
    this.parameters = new ParameterStore(model.manager(), false);
    int pixels = model.metadata().image().pixels();
    this.imageLength = model.metadata().image().length();
    this.batch = new float[Math.multiplyExact(batchSize, imageLength)];
    this.batchShape = new Shape(batchSize, 3, pixels, pixels);
  }

  /**
   * Predicts.
   *
   * @param images (count, 3, P, P) row-major, encoded by the bundle's image specification; what
   *     lies beyond is ignored
   * @param count images, at least 0
   * @return energies in eV, [members][count]
   * @throws ArithmeticException if an energy is not finite
   */
  public double[][] predict(float[] images, int count) {
    if (count < 0 || images.length < (long) count * imageLength) {
      throw new IllegalArgumentException(
          "Cannot predict "
              + count
              + " images: expected "
              + (long) count * imageLength
              + " values, found "
              + images.length);
    }
    double[][] energies = new double[model.networks().size()][count];
    int batchSize = Math.toIntExact(batchShape.get(0));
    for (int first = 0; first < count; first += batchSize) {
      int used = Math.min(batchSize, count - first);
      System.arraycopy(images, first * imageLength, batch, 0, used * imageLength);
      Arrays.fill(batch, used * imageLength, batch.length, 0f);
      predictBatch(energies, first, used);
    }
    return energies;
  }

  /** Images times members that went through a network so far, padding not counted. */
  public long evaluations() {
    return evaluations;
  }

  /** Images that go through the networks at a time. */
  public int batchSize() {
    return Math.toIntExact(batchShape.get(0));
  }

  @Override
  public void close() {
    manager.close();
  }

  private void predictBatch(double[][] energies, int first, int used) {
    try (NDManager scope = manager.newSubManager()) {
      Device device = scope.getDevice();
      ForwardPass pass = new ForwardPass(parameters, device, false, StageObserver.NONE);
      NDArray images = scope.create(FloatBuffer.wrap(batch), batchShape);
      for (int member = 0; member < energies.length; member++) {
        float[] features;
        try (NDArray array = model.networks().get(member).features(pass, images)) {
          features = array.toFloatArray();
        }
        for (int row = 0; row < used; row++) {
          double output = model.heads().get(member).output(features, row);
          energies[member][first + row] = energy(output, first + row);
        }
        evaluations += used;
      }
    }
  }

  private double energy(double output, int image) {
    double energy = target.meanEv() + target.scaleEv() * output;
    if (!Double.isFinite(energy)) {
      throw new ArithmeticException(
          "Cannot predict image " + image + ": expected a finite energy, found " + energy);
    }
    return energy;
  }
}
