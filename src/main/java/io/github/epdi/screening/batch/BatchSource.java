package io.github.epdi.screening.batch;

/** Where those who screen get batches for their images from. */
public interface BatchSource {
  /**
   * Fresh batches, predicted perhaps together with images of other tasks. Those that were taken
   * before must not be used any more. After a {@link NetworkFailure} the fresh ones are of a
   * network that has not failed.
   */
  ImageBatches batches();

  /** Fresh batches that hold images of their user alone, so that no other grid can spoil them. */
  ImageBatches ownBatches();

  /** Batches of a network that one user has for himself. */
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
