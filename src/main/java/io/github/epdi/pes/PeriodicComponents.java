package io.github.epdi.pes;

/**
 * A union-find over the sites of a periodic graph that keeps, for each site, the cell in which it
 * lies relative to its root, and for each component the lattice of its loops: the cell offsets by
 * which one can return to a site. The rank of that lattice is the component's winding rank (0: an
 * island, 1: a channel, 2: the whole surface).
 */
final class PeriodicComponents {
  private final int[] parent;
  private final int[] size;
  private final long[] du;
  private final long[] dv;
  private final double[] lowestEv;
  private final int[] rank;
  private final long[] loopU;
  private final long[] loopV;

  /** Starts with every site alone. */
  PeriodicComponents(double[] siteEnergiesEv) {
    int n = siteEnergiesEv.length;
    parent = new int[n];
    size = new int[n];
    du = new long[n];
    dv = new long[n];
    lowestEv = siteEnergiesEv.clone();
    rank = new int[n];
    loopU = new long[n];
    loopV = new long[n];
    for (int i = 0; i < n; i++) {
      parent[i] = i;
      size[i] = 1;
    }
  }

  /** Joins site p of the home cell with site q of cell (stepU, stepV). */
  void join(int p, int q, int stepU, int stepV) {
    int rootP = root(p);
    int rootQ = root(q);
    // Cell of q's root relative to p's root, if p and q are joined by this step.
    long u = du[p] + stepU - du[q];
    long v = dv[p] + stepV - dv[q];
    if (rootP == rootQ) {
      addLoop(rootP, u, v);
    } else if (size[rootP] >= size[rootQ]) {
      attach(rootQ, rootP, u, v);
    } else {
      attach(rootP, rootQ, -u, -v);
    }
  }

  /** The root of a site; afterwards the site's offset is relative to it. */
  int root(int site) {
    int above = parent[site];
    if (above == site) {
      return site;
    }
    int root = root(above);
    if (above != root) {
      du[site] += du[above];
      dv[site] += dv[above];
      parent[site] = root;
    }
    return root;
  }

  /** Winding rank of a root's component: 0, 1 or 2. */
  int rank(int root) {
    return rank[root];
  }

  /** Lowest site of a root's component, eV. */
  double lowestEv(int root) {
    return lowestEv[root];
  }

  private void attach(int child, int root, long u, long v) {
    parent[child] = root;
    size[root] += size[child];
    du[child] = u;
    dv[child] = v;
    lowestEv[root] = Math.min(lowestEv[root], lowestEv[child]);
    if (rank[child] == 2) {
      rank[root] = 2;
    } else if (rank[child] == 1) {
      addLoop(root, loopU[child], loopV[child]);
    }
  }

  private void addLoop(int root, long u, long v) {
    if (rank[root] == 0 && (u != 0 || v != 0)) {
      rank[root] = 1;
      loopU[root] = u;
      loopV[root] = v;
    } else if (rank[root] == 1 && loopU[root] * v != loopV[root] * u) {
      rank[root] = 2;
    }
  }
}
