package io.github.epdi.screening.batch;

/**
 * Collects a task's images, whichever grids they are of, until a batch of fixed size is full. Each
 * image's energies go to whoever asked for them, in the order in which the images came, on the
 * task's own thread.
 */
public interface ImageBatches {
  /**
   * The networks, which turn images of shape (count, 3, P, P) into energies of shape
   * [members][count] in eV.
   */
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

  /** Draws an image. Its energies may come at once or with a later call. */
  void add(Drawing drawing, EnergySink sink);

  /** Predicts all images that are left over and waits for their energies. */
  void predict();
}
