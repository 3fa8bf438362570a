package io.github.epdi.structure;

import java.util.ArrayList;
import java.util.List;

/** Where the numbered sites of a side lie, and the three hops around each H. */
final class SiteGeometry {
  /**
   * A hop beside the home copy of its H, Angstrom.
   *
   * @param hop its number
   * @param bridgeX where its bridge is
   * @param bridgeY likewise
   * @param topX where its T is
   * @param topY likewise
   */
  record Arm(int hop, double bridgeX, double bridgeY, double topX, double topY) {}

  final SitePlaces tops;
  final SitePlaces hollows;
  final SitePlaces bridges;
  private final List<Hop> hops;
  private final List<List<Arm>> arms;

  private SiteGeometry(SlabAtoms atoms, ChalcogenNet net) {
    List<ChalcogenNet.Place> topPlaces = new ArrayList<>();
    List<ChalcogenNet.Place> hollowPlaces = new ArrayList<>();
    List<ChalcogenNet.Place> faces = net.places();
    int[] indexInKind = new int[faces.size()];
    for (int f = 0; f < faces.size(); f++) {
      List<ChalcogenNet.Place> kind = faces.get(f).top() ? topPlaces : hollowPlaces;
      indexInKind[f] = kind.size();
      kind.add(faces.get(f));
    }
    List<ChalcogenNet.Link> links = net.links();
    tops = new SitePlaces(atoms, topPlaces);
    hollows = new SitePlaces(atoms, hollowPlaces);
    bridges = new SitePlaces(atoms, links.stream().map(ChalcogenNet.Link::bridge).toList());
    hops = new ArrayList<>();
    arms = new ArrayList<>();
    for (int h = 0; h < hollows.size(); h++) {
      arms.add(new ArrayList<>());
    }
    for (int i : bridges.order()) {
      add(links.get(i), bridges.number(i), indexInKind);
    }
  }

  /**
   * The geometry of a side.
   *
   * @throws RejectException SURFACE_DEFECT, naming the side
   */
  static SiteGeometry of(SlabAtoms atoms, SideLayer layer) {
    return new SiteGeometry(atoms, ChalcogenNet.of(atoms, layer));
  }

  private void add(ChalcogenNet.Link link, int number, int[] indexInKind) {
    int t = tops.number(indexInKind[link.top()]);
    int h = hollows.number(indexInKind[link.hollow()]);
    int du =
        hollows.cellU(h, link.hollowX(), link.hollowY()) - tops.cellU(t, link.topX(), link.topY());
    int dv =
        hollows.cellV(h, link.hollowX(), link.hollowY()) - tops.cellV(t, link.topX(), link.topY());
    hops.add(new Hop(number, t, h, du, dv));
    double shiftX = hollows.x[h] - link.hollowX();
    double shiftY = hollows.y[h] - link.hollowY();
    arms.get(h)
        .add(
            new Arm(
                number,
                link.bridge().x() + shiftX,
                link.bridge().y() + shiftY,
                link.topX() + shiftX,
                link.topY() + shiftY));
  }

  /** Hops by number. */
  List<Hop> hops() {
    return hops;
  }

  /** The three hops of an H, by number. */
  List<Arm> arms(int hollow) {
    return arms.get(hollow);
  }
}
