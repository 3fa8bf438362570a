package io.github.epdi.structure;

/**
 * Keeps the connected components of numbered things. The smallest number of a component represents
 * it.
 */
final class Orbits {
  private final int[] parent;
  private final int[] size;

  Orbits(int n) {
    parent = new int[n];
    size = new int[n];
    for (int i = 0; i < n; i++) {
      parent[i] = i;
      size[i] = 1;
    }
  }

  void join(int i, int j) {
    int low = Math.min(representative(i), representative(j));
    int high = Math.max(representative(i), representative(j));
    if (low != high) {
      parent[high] = low;
      size[low] += size[high];
    }
  }

  int representative(int i) {
    int root = i;
    while (parent[root] != root) {
      root = parent[root];
    }
    parent[i] = root;
    return root;
  }

  int multiplicity(int i) {
    return size[representative(i)];
  }
}
