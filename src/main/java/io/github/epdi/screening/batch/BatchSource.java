package io.github.epdi.screening.batch;

/** Gives those who screen grids the batches for their images. */
public interface BatchSource {
  /**
   * Returns fresh batches, which may be predicted together with images of other tasks. Batches that
   * were taken before must not be used any more. After a {@link NetworkFailure} the fresh ones
   * belong to a network that has not failed.
   */
  ImageBatches batches();

  /**
   * Returns fresh batches that hold images of their user alone, so that no other grid can spoil
   * them.
   */
  ImageBatches ownBatches();

  /**
   * Makes a source whose batches go to a network that one user has to itself.
   *
   * @param imageLength floats of an image
   * @param batchSize images of a full batch
   */
  static BatchSource of(ImageBatches.Networks networks, int imageLength, int batchSize) {
    return new BatchSource() {
      @Override
      public ImageBatches batches() {
        return new OwnBatches(networks, imageLength, batchSize);
      }

      @Override
      public ImageBatches ownBatches() {
        return batches();
      }
    };
  }
}
