package io.github.epdi.pes;

/**
 * Connected components of the sites of a periodic graph, kept as a union-find. For each site it
 * stores the cell in which the site lies relative to its root. For each component it stores the
 * lattice of its loops, which are the cell offsets by which one can return to a site. The rank of
 * that lattice is the winding rank: 0 for an island, 1 for a channel, 2 for the whole surface.
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

  /**
   * Starts with every site on its own.
   *
   * @param siteEnergiesEv energy of each site, eV
   */
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

  /** Joins site p of the home cell with site q of the cell (stepU, stepV). */
  void join(int p, int q, int stepU, int stepV) {
    int rootP = root(p);
    int rootQ = root(q);
    // Cell of q's root relative to p's root if this step joins p and q.
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

  /** Returns the root of a site and makes the site's cell offset relative to it. */
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

  /** Returns the winding rank of a root's component: 0, 1 or 2. */
  int rank(int root) {
    return rank[root];
  }

  /** Returns the energy of the lowest site of a root's component, eV. */
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
