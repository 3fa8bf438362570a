package io.github.epdi.screening;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects images, whichever grids they are of, until a batch of fixed size is full, and hands each
 * image's energies to whoever asked for them, in the order in which the images came.
 */
final class ImageBatches {
  /** The networks: (count, 3, P, P) images to [members][count] energies in eV. */
  interface Networks {
    /** Predicts the first {@code count} images. */
    double[][] predict(float[] images, int count);
  }

  /** Draws one image. */
  interface Drawing {
    /** Draws into {@code out} from {@code offset} on. */
    void draw(float[] out, int offset);
  }

  /** Takes the energies of one image. */
  interface EnergySink {
    /** Takes one energy for each member of the ensemble, eV. */
    void accept(double[] memberEnergiesEv);
  }

  private final Networks networks;
  private final int imageLength;
  private final int batchSize;
  private final float[] images;
  private final List<EnergySink> sinks = new ArrayList<>();

  ImageBatches(Networks networks, int imageLength, int batchSize) {
    this.networks = networks;
    this.imageLength = imageLength;
    this.batchSize = batchSize;
    this.images = new float[Math.multiplyExact(imageLength, batchSize)];
  }

  /** Draws an image; its energies come now or later. */
  void add(Drawing drawing, EnergySink sink) {
    drawing.draw(images, sinks.size() * imageLength);
    sinks.add(sink);
    if (sinks.size() == batchSize) {
      predict();
    }
  }

  /** Predicts what is left over in a batch that is not full. */
  void predict() {
    double[][] energies = networks.predict(images, sinks.size());
    for (int i = 0; i < sinks.size(); i++) {
      double[] ofImage = new double[energies.length];
      for (int member = 0; member < energies.length; member++) {
        ofImage[member] = energies[member][i];
      }
      sinks.get(i).accept(ofImage);
    }
    sinks.clear();
  }
}
