package io.github.epdi.structure;

import java.util.ArrayList;
import java.util.List;

/** Finds the sites, hops and unique paths of one side of a slab. */
public final class SiteFinder {
  /** Sites are means of atoms that match within the tolerance; twice that leaves room for noise. */
  private static final double SITE_TOLERANCE_FACTOR = 2;

  private final double symmetryToleranceAngstrom;

  /**
   * A finder with one tolerance.
   *
   * @param symmetryToleranceAngstrom how far an atom may land from one of its species (0.05)
   */
  public SiteFinder(double symmetryToleranceAngstrom) {
    this.symmetryToleranceAngstrom = symmetryToleranceAngstrom;
  }

  /**
   * Finds the network of a side.
   *
   * @throws RejectException SURFACE_DEFECT, naming the side
   */
  public SurfaceNetwork find(Slab slab, Side side) {
    SiteGraph graph = SiteGraph.of(slab.atoms(), slab.sideLayer(side));
    List<SiteMap> symmetry = symmetry(slab.atoms(), graph);
    Orbits tops = new Orbits(graph.tops.size());
    Orbits hollows = new Orbits(graph.hollows.size());
    Orbits bridges = new Orbits(graph.bridges.size());
    for (SiteMap map : symmetry) {
      join(tops, map.tops);
      join(hollows, map.hollows);
      join(bridges, map.bridges);
    }
    PathFinder paths = new PathFinder(graph, symmetry, tops);
    return new SurfaceNetwork(
        side,
        sites(SiteKind.T, graph.tops, tops),
        sites(SiteKind.H, graph.hollows, hollows),
        sites(SiteKind.B, graph.bridges, bridges),
        graph.hops(),
        paths.representatives(),
        paths.meanEndDistanceAngstrom());
  }

  private List<SiteMap> symmetry(SlabAtoms atoms, SiteGraph graph) {
    List<SiteMap> maps = new ArrayList<>();
    double tolerance = SITE_TOLERANCE_FACTOR * symmetryToleranceAngstrom;
    for (PlaneOperation operation :
        new LayerSymmetry(atoms, symmetryToleranceAngstrom).operations()) {
      SiteMap map = SiteMap.of(graph, operation, tolerance);
      if (map != null) {
        maps.add(map);
      }
    }
    return maps;
  }

  private static void join(Orbits orbits, int[] images) {
    for (int i = 0; i < images.length; i++) {
      orbits.join(i, images[i]);
    }
  }

  private static List<AdsorptionSite> sites(SiteKind kind, SitePlaces places, Orbits orbits) {
    List<AdsorptionSite> sites = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      sites.add(
          new AdsorptionSite(
              kind,
              i,
              places.u(i),
              places.v(i),
              places.anchorAngstrom(i),
              kind.name() + orbits.representative(i),
              orbits.multiplicity(i)));
    }
    return sites;
  }
}
