package io.github.epdi.screening.batch;

import java.util.Arrays;

/**
 * Images of several tasks that are predicted together. Guarded by its batcher's lock, but for the
 * images, which whoever has a place draws, and the energies, which never change once they are
 * there.
 */
final class SharedBatch {
  /**
   * An image's place in a batch.
   *
   * @param batch that it is in
   * @param row in it
   */
  record Place(SharedBatch batch, int row) {
    /** Once the batch is predicted: one for each member, eV. */
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

  /** (batch size, 3, P, P), until it is predicted. */
  float[] images() {
    return images;
  }

  /** Images that have a place. */
  int size() {
    return size;
  }

  Place reserve() {
    drawing++;
    return new Place(this, size++);
  }

  /**
   * An image is drawn, or could not be: then its row is black, which no other row minds.
   *
   * @param well whether it is drawn
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

  /** Since the last image was drawn. */
  long idleNanos() {
    return System.nanoTime() - lastDrawnNanos;
  }

  /** Takes the energies and gives the images' memory back. */
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
