package io.github.epdi.dataset;

import io.github.epdi.dataset.VaspFolders.Settings;
import io.github.epdi.structure.AdsorptionSite;
import io.github.epdi.structure.Hop;
import io.github.epdi.structure.SurfaceGraph;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A hand-made band of VASP over the hops of a slab. */
public final class NebFolder {
  /** Energy of the first image, eV. */
  public static final double START_EV = -103.0;

  private final VaspFolders folders;
  private final String name;

  /** A band below a folder. */
  public NebFolder(VaspFolders folders, String name) {
    this.folders = folders;
    this.name = name;
  }

  /** Lateral places along one hop, T to H, evenly: unwrapped. */
  static List<double[]> along(SurfaceGraph graph, Hop hop, int images) {
    AdsorptionSite top = graph.tops().get(hop.top());
    AdsorptionSite hollow = graph.hollows().get(hop.hollow());
    double du = hollow.u() + hop.du() - top.u();
    double dv = hollow.v() + hop.dv() - top.v();
    List<double[]> places = new ArrayList<>();
    for (int i = 0; i < images; i++) {
      double t = (double) i / (images - 1);
      places.add(new double[] {top.u() + t * du, top.v() + t * dv});
    }
    return places;
  }

  /** Writes images over places, energies relative to the first; returns the band's folder. */
  public Path write(List<double[]> places, double... relativeEv) throws IOException {
    Path folder = null;
    for (int i = 0; i < places.size(); i++) {
      folder = image(i, places.get(i), Settings.relaxed(START_EV + relativeEv[i]));
    }
    return folder.getParent();
  }

  /** Writes one image. */
  Path image(int i, double[] place, Settings settings) throws IOException {
    double wrappedU = place[0] - Math.floor(place[0]);
    double wrappedV = place[1] - Math.floor(place[1]);
    return folders.run(
        String.format(Locale.ROOT, "%s/%02d", name, i),
        folders.withLithium(wrappedU, wrappedV),
        settings.with("elapsed", String.format(Locale.ROOT, "%d.000", 1000 + i)));
  }

  /** A band of five images over the slab's first hop, whose saddle is at the bridge. */
  public Path overFirstHop() throws IOException {
    SurfaceGraph graph = folders.graph();
    return write(along(graph, graph.hops().get(0), 5), 0, 0.05, 0.2, 0.15, 0.1);
  }
}
