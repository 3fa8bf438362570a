package io.github.epdi.model;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.epdi.model.network.InferenceNetwork;
import java.util.Arrays;
import java.util.List;

/**
 * Predicts binding energies of images in batches of one fixed shape, of which the last is padded
 * with zeros. An image's energy depends, to the last bit, only on the image, the model and the
 * batch size. It does not depend on the image's row or on the other images of the batch. Each task
 * has its own predictor, because it is not thread-safe.
 */
public final class BindingEnergyPredictor implements AutoCloseable {
  private final BindingEnergyModel model;
  private final BundleMetadata.Target target;
  private final NDManager manager;
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
    model.prepare(batchSize);
    int pixels = model.metadata().image().pixels();
    this.imageLength = model.metadata().image().length();
    this.batch = new float[Math.multiplyExact(batchSize, imageLength)];
    this.batchShape = new Shape(batchSize, 3, pixels, pixels);
  }

  /**
   * Predicts the energies of images with every member.
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
    double[][] energies = new double[model.heads().size()][count];
    int batchSize = Math.toIntExact(batchShape.get(0));
    for (int first = 0; first < count; first += batchSize) {
      int used = Math.min(batchSize, count - first);
      predictBatch(energies, batch(images, first, used), first, used);
    }
    return energies;
  }

  /**
   * Returns the number of images times members that went through a network so far, without padding.
   */
  public long evaluations() {
    return evaluations;
  }

  /** Returns the number of images that go through the networks at a time. */
  public int batchSize() {
    return Math.toIntExact(batchShape.get(0));
  }

  @Override
  public void close() {
    manager.close();
  }

  /**
   * Returns the images of a batch. A full batch of its own is returned as it is, otherwise the
   * images are copied and filled up with zeros.
   */
  private float[] batch(float[] images, int first, int used) {
    if (images.length == batch.length && used * imageLength == batch.length) {
      return images;
    }
    System.arraycopy(images, first * imageLength, batch, 0, used * imageLength);
    Arrays.fill(batch, used * imageLength, batch.length, 0f);
    return batch;
  }

  private void predictBatch(double[][] energies, float[] rows, int first, int used) {
    List<InferenceNetwork> networks = model.networks(batchSize());
    try (NDManager scope = manager.newSubManager()) {
      for (int member = 0; member < energies.length; member++) {
        float[] features = networks.get(member).features(scope, rows, batchShape);
        for (int row = 0; row < used; row++) {
          double output =
              isFinite(rows, row) ? model.heads().get(member).output(features, row) : Double.NaN;
          energies[member][first + row] = energy(output, first + row);
        }
        evaluations += used;
      }
    }
  }

  /**
   * Tells whether all values of an image are finite. The check is needed because a cut below zero
   * inside the network may hide a value that is not a number.
   */
  private boolean isFinite(float[] rows, int row) {
    float sum = 0;
    for (int i = row * imageLength; i < (row + 1) * imageLength; i++) {
      sum += 0 * rows[i];
    }
    return sum == 0;
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
