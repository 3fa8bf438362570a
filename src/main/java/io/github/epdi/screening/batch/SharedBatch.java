package io.github.epdi.screening.batch;

import java.util.Arrays;

/**
 * Images of several tasks that are predicted together. The batcher's lock guards a batch, except
 * for two parts: each image is drawn by whoever has its place, and the energies never change once
 * they are there.
 */
final class SharedBatch {
  /**
   * An image's place in a batch.
   *
   * @param batch the batch
   * @param row the image's row in it
   */
  record Place(SharedBatch batch, int row) {
    /** Returns the energies by member in eV, once the batch is predicted. */
    double[] energies() {
      double[] energies = new double[batch.energies.length];
      for (int member = 0; member < energies.length; member++) {
        energies[member] = batch.energies[member][row];
      }
      return energies;
    }
  }

  private float[] images;
  private int size;
  private int drawing;
  private long lastDrawnNanos;
  private volatile double[][] energies;

  SharedBatch(float[] images) {
    this.images = images;
  }

  /** Returns the images of shape (batch size, 3, P, P), or null once the batch is predicted. */
  float[] images() {
    return images;
  }

  /** Returns the number of images that have a place. */
  int size() {
    return size;
  }

  Place reserve() {
    drawing++;
    return new Place(this, size++);
  }

  /**
   * Notes that an image is drawn, or could not be. A row without its image is filled with zeros,
   * which affects no other row.
   *
   * @param well whether it is drawn
   * @param imageLength floats of an image
   */
  void drawn(int row, boolean well, int imageLength) {
    if (!well) {
      Arrays.fill(images, row * imageLength, (row + 1) * imageLength, 0f);
    }
    drawing--;
    lastDrawnNanos = System.nanoTime();
  }

  boolean isBeingDrawn() {
    return drawing > 0;
  }

  /** Returns the time since the last image was drawn. */
  long idleNanos() {
    return System.nanoTime() - lastDrawnNanos;
  }

  /** Takes the energies and returns the images' memory for further use. */
  float[] predicted(double[][] found) {
    float[] memory = images;
    images = null;
    energies = found;
    return memory;
  }

  boolean isPredicted() {
    return energies != null;
  }
}
