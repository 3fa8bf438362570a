package io.github.epdi.structure;

import java.util.ArrayList;
import java.util.List;

/** Finds the sites, hops and unique paths of one side of a slab. */
public final class SiteFinder {
  /**
   * Atoms match within the tolerance. Sites are means of atoms, and twice the tolerance leaves room
   * for their noise.
   */
  private static final double SITE_TOLERANCE_FACTOR = 2;

  private final double symmetryToleranceAngstrom;

  /**
   * Makes a finder with a tolerance.
   *
   * @param symmetryToleranceAngstrom how far an atom may land from one of its species (0.05)
   */
  public SiteFinder(double symmetryToleranceAngstrom) {
    this.symmetryToleranceAngstrom = symmetryToleranceAngstrom;
  }

  /**
   * Finds the surface graph of a side.
   *
   * @throws RejectException SURFACE_DEFECT, naming the side
   */
  public SurfaceGraph find(Slab slab, Side side) {
    SiteGeometry geometry = SiteGeometry.of(slab.atoms(), slab.sideLayer(side));
    List<SiteMap> symmetry = symmetry(slab.atoms(), geometry);
    Orbits tops = new Orbits(geometry.tops.size());
    Orbits hollows = new Orbits(geometry.hollows.size());
    Orbits bridges = new Orbits(geometry.bridges.size());
    for (SiteMap map : symmetry) {
      join(tops, map.tops);
      join(hollows, map.hollows);
      join(bridges, map.bridges);
    }
    PathFinder paths = new PathFinder(geometry, symmetry, tops);
    return new SurfaceGraph(
        side,
        sites(SiteKind.T, geometry.tops, tops),
        sites(SiteKind.H, geometry.hollows, hollows),
        sites(SiteKind.B, geometry.bridges, bridges),
        geometry.hops(),
        paths.representatives(),
        paths.meanEndDistanceAngstrom());
  }

  private List<SiteMap> symmetry(SlabAtoms atoms, SiteGeometry geometry) {
    List<SiteMap> maps = new ArrayList<>();
    double tolerance = SITE_TOLERANCE_FACTOR * symmetryToleranceAngstrom;
    for (PlaneOperation operation :
        new LayerSymmetry(atoms, symmetryToleranceAngstrom).operations()) {
      SiteMap map = SiteMap.of(geometry, operation, tolerance);
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
