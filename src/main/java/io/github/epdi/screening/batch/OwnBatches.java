package io.github.epdi.screening.batch;

import java.util.ArrayList;
import java.util.List;

/** Batches of a task's own network, predicted on the task's thread as soon as they are full. */
public final class OwnBatches implements ImageBatches {
  private final Networks networks;
  private final int imageLength;
  private final int batchSize;
  private final float[] images;
  private final List<EnergySink> sinks = new ArrayList<>();

  /**
   * Makes batches for images of one length.
   *
   * @param imageLength floats of an image
   * @param batchSize images of a full batch
   */
  public OwnBatches(Networks networks, int imageLength, int batchSize) {
    this.networks = networks;
    this.imageLength = imageLength;
    this.batchSize = batchSize;
    this.images = new float[Math.multiplyExact(imageLength, batchSize)];
  }

  @Override
  public void add(Drawing drawing, EnergySink sink) {
    drawing.draw(images, sinks.size() * imageLength);
    sinks.add(sink);
    if (sinks.size() == batchSize) {
      predict();
    }
  }

  @Override
  public void predict() {
    double[][] energies = energies();
    for (int i = 0; i < sinks.size(); i++) {
      double[] ofImage = new double[energies.length];
      for (int member = 0; member < energies.length; member++) {
        ofImage[member] = energies[member][i];
      }
      sinks.get(i).accept(ofImage);
    }
    sinks.clear();
  }

  private double[][] energies() {
    try {
      return networks.predict(images, sinks.size());
    } catch (RuntimeException e) {
      throw new NetworkFailure("the network failed: " + e.getMessage(), e);
    }
  }
}
