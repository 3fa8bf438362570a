package io.github.epdi.model.network;

/**
 * Turns weights for an image after its adaptive mean pooling into weights for the image before it.
 * Along each axis of s pixels, output cell i of n is the mean of pixels floor(i s / n) to ceil((i +
 * 1) s / n), the last not included.
 */
final class PooledWeights {
  private final int cells;
  private final int pixels;

  /** The share of each pixel in a cell, [cell][pixel]. */
  private final double[][] share;

  /**
   * Prepares the weights of a pooling.
   *
   * @param cells along a side after it
   * @param pixels along a side before it
   */
  PooledWeights(int cells, int pixels) {
    this.cells = cells;
    this.pixels = pixels;
    this.share = new double[cells][pixels];
    for (int i = 0; i < cells; i++) {
      int begin = i * pixels / cells;
      int end = ((i + 1) * pixels + cells - 1) / cells;
      for (int p = begin; p < end; p++) {
        share[i][p] = 1.0 / (end - begin);
      }
    }
  }

  /**
   * Turns weights (..., cells, cells) into (..., pixels, pixels). Where nothing is pooled the
   * weights themselves are returned.
   */
  float[] of(float[] weight) {
    if (cells == pixels) {
      return weight;
    }
    int maps = weight.length / (cells * cells);
    float[] pooled = new float[maps * pixels * pixels];
    double[] sums = new double[pixels * pixels];
    for (int map = 0; map < maps; map++) {
      add(weight, map * cells * cells, sums);
      for (int p = 0; p < sums.length; p++) {
        pooled[map * sums.length + p] = (float) sums[p];
        sums[p] = 0;
      }
    }
    return pooled;
  }

  /** Returns the share of each pixel in each cell, (cells, pixels) row-major. */
  float[] sharesByCell() {
    float[] shares = new float[cells * pixels];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = (float) share[i / pixels][i % pixels];
    }
    return shares;
  }

  /** Returns the same shares as (pixels, cells) row-major. */
  float[] sharesByPixel() {
    float[] shares = new float[pixels * cells];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = (float) share[i % cells][i / cells];
    }
    return shares;
  }

  private void add(float[] weight, int offset, double[] sums) {
    for (int i = 0; i < cells; i++) {
      for (int j = 0; j < cells; j++) {
        double value = weight[offset + i * cells + j];
        for (int r = 0; r < pixels; r++) {
          for (int c = 0; c < pixels && share[i][r] > 0; c++) {
            sums[r * pixels + c] += share[i][r] * share[j][c] * value;
          }
        }
      }
    }
  }
}
