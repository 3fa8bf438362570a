package io.github.epdi.screening.batch;

/**
 * Collects a task's images, whichever grids they are of, until a batch of fixed size is full, and
 * hands each image's energies to whoever asked for them, in the order in which the images came, on
 * the task's own thread.
 */
public interface ImageBatches {
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

  /** Draws an image; its energies come now or later. */
  void add(Drawing drawing, EnergySink sink);

  /** Has all images predicted that are left over, and waits for their energies. */
  void predict();
}
