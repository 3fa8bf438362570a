package io.github.epdi.image;

import io.github.epdi.structure.AdsorptionSite;
import io.github.epdi.structure.Atom;
import io.github.epdi.structure.CrystalStructure;
import io.github.epdi.structure.Element;
import io.github.epdi.structure.Lattice;
import io.github.epdi.structure.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the atoms under a window and projects them along the normal into the frame of a site's
 * image.
 */
final class SurfaceAtoms {
  /**
   * Atoms down to this depth are shown: the outer chalcogens and the metals bonded to them, but not
   * the chalcogens beyond.
   */
  private static final double DEEPEST_ANGSTROM = 2.4;

  /**
   * A projected atom.
   *
   * @param element what it is
   * @param xAngstrom along the image's x, from the site
   * @param yAngstrom along the image's y (upwards), from the site
   * @param depthAngstrom below the site's anchor
   */
  record Projected(Element element, double xAngstrom, double yAngstrom, double depthAngstrom) {}

  private SurfaceAtoms() {}

  /**
   * Returns the atoms whose centres are at most {@code reachAngstrom} from the site in x and in y,
   * the deepest first.
   */
  static List<Projected> around(
      CrystalStructure structure, Side side, AdsorptionSite site, double reachAngstrom) {
    Lattice lattice = structure.lattice();
    double[] n = lattice.topNormal();
    double[] ex = lattice.vector(0);
    scale(ex, 1 / Math.sqrt(dot(ex, ex)));
    scale(n, side.sign());
    double[] ey = cross(n, ex);
    List<Projected> found = new ArrayList<>();
    for (Atom atom : structure.atoms()) {
      double below =
          site.anchorAngstrom() - dot(n, lattice.cartesian(atom.fa(), atom.fb(), atom.fc()));
      double height = lattice.heightAngstrom();
      int cells = (int) Math.round(below / height);
      double depth = below - cells * height;
      if (depth > DEEPEST_ANGSTROM) {
        continue;
      }
      // Of an atom's copies along n the one nearest to the surface is seen.
      double[] r =
          lattice.cartesian(
              atom.fa() - site.u(), atom.fb() - site.v(), atom.fc() + side.sign() * cells);
      copies(lattice, r, ex, ey, reachAngstrom)
          .forEach(xy -> found.add(new Projected(atom.element(), xy[0], xy[1], depth)));
    }
    found.sort(Comparator.comparingDouble(Projected::depthAngstrom).reversed());
    return found;
  }

  private static List<double[]> copies(
      Lattice lattice, double[] r, double[] ex, double[] ey, double reach) {
    double[] a = lattice.vector(0);
    double[] b = lattice.vector(1);
    double x = dot(r, ex);
    double y = dot(r, ey);
    double ax = dot(a, ex);
    double bx = dot(b, ex);
    double by = dot(b, ey);
    List<double[]> copies = new ArrayList<>();
    int j0 = (int) Math.ceil(Math.min((-reach - y) / by, (reach - y) / by));
    int j1 = (int) Math.floor(Math.max((-reach - y) / by, (reach - y) / by));
    for (int j = j0; j <= j1; j++) {
      double row = x + j * bx;
      int i1 = (int) Math.floor((reach - row) / ax);
      for (int i = (int) Math.ceil((-reach - row) / ax); i <= i1; i++) {
        copies.add(new double[] {row + i * ax, y + j * by});
      }
    }
    return copies;
  }

  private static void scale(double[] p, double factor) {
    for (int i = 0; i < 3; i++) {
      p[i] *= factor;
    }
  }

  private static double dot(double[] p, double[] q) {
    return p[0] * q[0] + p[1] * q[1] + p[2] * q[2];
  }

  private static double[] cross(double[] p, double[] q) {
    return new double[] {
      p[1] * q[2] - p[2] * q[1], p[2] * q[0] - p[0] * q[2], p[0] * q[1] - p[1] * q[0]
    };
  }
}
