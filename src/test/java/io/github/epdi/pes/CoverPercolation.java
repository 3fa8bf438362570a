package io.github.epdi.pes;

import io.github.epdi.structure.Hop;
import io.github.epdi.structure.SiteKind;
import io.github.epdi.structure.SurfaceGraph;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Percolation by walking: for every hop energy as threshold, walk from a site over the hops up to
 * it through a patch of the infinite surface and look in which copies of the start one arrives. No
 * union-find; slow, and right as long as the patch is wide enough: any independent loop, with the
 * way to it and back, stays within twice as many cells as there are sites.
 */
public final class CoverPercolation {
  private final SurfaceGraph graph;
  private final SurfaceEnergies energies;
  private final int tops;
  private final int sites;
  private final int reach;

  private CoverPercolation(SurfaceGraph graph, SurfaceEnergies energies) {
    this.graph = graph;
    this.energies = energies;
    this.tops = graph.tops().size();
    this.sites = tops + graph.hollows().size();
    int step =
        graph.hops().stream()
            .mapToInt(hop -> Math.max(Math.abs(hop.du()), Math.abs(hop.dv())))
            .max()
            .orElse(0);
    this.reach = 2 * sites * step;
  }

  /** The percolation barriers of a side. */
  public static PercolationBarriers of(SurfaceGraph graph, SurfaceEnergies energies) {
    return new CoverPercolation(graph, energies).barriers();
  }

  private PercolationBarriers barriers() {
    Double[] barrier = new Double[3];
    Double[] aboveLowest = new Double[3];
    double[] thresholds =
        graph.hops().stream().mapToDouble(energies::hopEnergyEv).sorted().distinct().toArray();
    for (double threshold : thresholds) {
      if (barrier[2] == null) {
        look(threshold, barrier, aboveLowest);
      }
    }
    return new PercolationBarriers(barrier[1], barrier[2], aboveLowest[1], aboveLowest[2]);
  }

  private void look(double threshold, Double[] barrier, Double[] aboveLowest) {
    Double[] now = new Double[3];
    boolean[] seen = new boolean[sites];
    for (int start = 0; start < sites; start++) {
      if (!seen[start]) {
        List<int[]> returns = new ArrayList<>();
        double lowest = walk(start, threshold, seen, returns);
        for (int k = 1; k <= rank(returns); k++) {
          now[k] = Math.min(now[k] == null ? Double.MAX_VALUE : now[k], threshold - lowest);
        }
      }
    }
    double bottom = Double.MAX_VALUE;
    for (int site = 0; site < sites; site++) {
      bottom = Math.min(bottom, siteEv(site));
    }
    for (int k = 1; k <= 2; k++) {
      if (barrier[k] == null && now[k] != null) {
        barrier[k] = now[k];
        aboveLowest[k] = threshold - bottom;
      }
    }
  }

  /** Walks from a site; notes all sites met and the cells of the start's copies; lowest energy. */
  private double walk(int start, double threshold, boolean[] seen, List<int[]> returns) {
    int width = 2 * reach + 1;
    boolean[] visited = new boolean[sites * width * width];
    Deque<int[]> queue = new ArrayDeque<>();
    queue.add(new int[] {start, 0, 0});
    visited[(start * width + reach) * width + reach] = true;
    double lowest = Double.MAX_VALUE;
    while (!queue.isEmpty()) {
      int[] at = queue.remove();
      seen[at[0]] = true;
      lowest = Math.min(lowest, siteEv(at[0]));
      if (at[0] == start && (at[1] != 0 || at[2] != 0)) {
        returns.add(at);
      }
      for (Hop hop : graph.hops()) {
        if (energies.hopEnergyEv(hop) > threshold) {
          continue;
        }
        int[] next = null;
        if (hop.top() == at[0]) {
          next = new int[] {tops + hop.hollow(), at[1] + hop.du(), at[2] + hop.dv()};
        } else if (tops + hop.hollow() == at[0]) {
          next = new int[] {hop.top(), at[1] - hop.du(), at[2] - hop.dv()};
        }
        if (next != null && Math.abs(next[1]) <= reach && Math.abs(next[2]) <= reach) {
          int index = (next[0] * width + next[1] + reach) * width + next[2] + reach;
          if (!visited[index]) {
            visited[index] = true;
            queue.add(next);
          }
        }
      }
    }
    return lowest;
  }

  private static int rank(List<int[]> cells) {
    if (cells.isEmpty()) {
      return 0;
    }
    int[] first = cells.get(0);
    return cells.stream().anyMatch(cell -> cell[1] * first[2] != cell[2] * first[1]) ? 2 : 1;
  }

  private double siteEv(int site) {
    return site < tops
        ? energies.energyEv(SiteKind.T, site)
        : energies.energyEv(SiteKind.H, site - tops);
  }
}
