package io.github.epdi.suggestion;

/** One draw of all barriers, and its best k + 1 materials in order. */
final class World {
  private final double[] ev;
  private final int[] order;
  private final int best;

  /**
   * Orders a draw.
   *
   * @param ev barriers, eV; not copied
   * @param drawn materials that can be among the best k + 1; of equal ones the first comes first
   * @param best number of places k
   */
  World(double[] ev, int[] drawn, int best) {
    this.ev = ev;
    this.best = best;
    this.order = new int[best + 1];
    int n = 0;
    for (int i : drawn) {
      int at = n;
      while (at > 0 && ev[i] < ev[order[at - 1]]) {
        at--;
      }
      if (at <= best) {
        System.arraycopy(order, at, order, at + 1, Math.min(n, best) - at);
        order[at] = i;
        n = Math.min(n + 1, best + 1);
      }
    }
  }

  /** Tells whether a material is among the best k. */
  boolean holds(int i) {
    return holds(i, best, -1);
  }

  private boolean holds(int i, int places, int without) {
    for (int place = 0; place < places; place++) {
      if (order[place] == i && i != without) {
        return true;
      }
    }
    return false;
  }

  /** Returns the number of materials that are among the best k of both worlds. */
  int shared(World other) {
    return shared(best, other, best, -1);
  }

  private int shared(int places, World other, int otherPlaces, int without) {
    int count = 0;
    for (int place = 0; place < places; place++) {
      if (order[place] != without && other.holds(order[place], otherPlaces, without)) {
        count++;
      }
    }
    return count;
  }

  /** Returns the barrier below which a material is among the best k, whatever its own here, eV. */
  double thresholdEv(int i) {
    return ev[rival(i)];
  }

  /** Returns the material whose place a given one takes if it is among the best k. */
  private int rival(int i) {
    return holds(i) ? order[best] : order[best - 1];
  }

  /** Returns how many leading places hold the best k - 1 without a material, and perhaps it. */
  private int others(int i) {
    return holds(i) ? best : best - 1;
  }

  /**
   * Returns the expected number of materials among the best k of both worlds, where one material's
   * barrier is open.
   *
   * @param inFirst probability that it is among the best k here
   * @param inSecond the same there
   * @param inBoth probability of both
   */
  double shared(World other, int i, double inFirst, double inSecond, double inBoth) {
    double own = holdsOthers(other.rival(i), i) ? 1 : 0;
    double others = other.holdsOthers(rival(i), i) ? 1 : 0;
    double same = rival(i) == other.rival(i) ? 1 : 0;
    double neither = 1 - inFirst - inSecond + inBoth;
    return shared(others(i), other, other.others(i), i)
        + inBoth
        + (inFirst - inBoth) * own
        + (inSecond - inBoth) * others
        + neither * (own + others + same);
  }

  private boolean holdsOthers(int wanted, int i) {
    return holds(wanted, others(i), i);
  }
}
