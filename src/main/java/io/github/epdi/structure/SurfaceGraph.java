package io.github.epdi.structure;

import java.util.ArrayList;
import java.util.List;

/**
 * All places for lithium on one side of a slab, the hops between them and the unique paths.
 *
 * @param side the side
 * @param tops T sites by number
 * @param hollows H sites by number
 * @param bridges B sites by number, one for each hop
 * @param hops hops by number
 * @param paths one path for each orbit, ordered by (H number, hop numbers)
 * @param topDistanceAngstrom mean lateral distance of the two T of a path, over all paths
 */
public record SurfaceGraph(
    Side side,
    List<AdsorptionSite> tops,
    List<AdsorptionSite> hollows,
    List<AdsorptionSite> bridges,
    List<Hop> hops,
    List<DiffusionPath> paths,
    double topDistanceAngstrom) {
  /** Copies the lists. */
  public SurfaceGraph {
    tops = List.copyOf(tops);
    hollows = List.copyOf(hollows);
    bridges = List.copyOf(bridges);
    hops = List.copyOf(hops);
    paths = List.copyOf(paths);
  }

  /** The sites of a kind, by number. */
  public List<AdsorptionSite> sites(SiteKind kind) {
    return switch (kind) {
      case T -> tops;
      case H -> hollows;
      case B -> bridges;
    };
  }

  /** T, then H, then B sites: the order of site indices in energy arrays. */
  public List<AdsorptionSite> all() {
    List<AdsorptionSite> all = new ArrayList<>(tops);
    all.addAll(hollows);
    all.addAll(bridges);
    return List.copyOf(all);
  }

  /** Number of symmetry-unique sites of a kind. */
  public int uniqueCount(SiteKind kind) {
    return (int) sites(kind).stream().filter(AdsorptionSite::isRepresentative).count();
  }
}
