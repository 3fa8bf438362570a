package io.github.epdi.image;

import io.github.epdi.grid.SidePotential;
import io.github.epdi.structure.Lattice;
import io.github.epdi.structure.Side;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Samples the potential of one side on pixels of planes parallel to the surface, relative to that
 * side's vacuum level. It interpolates by periodic Catmull-Rom splines along all three axes.
 *
 * <p>The x axis has the direction of a, and y = n x x with the side's outward normal n. Not
 * thread-safe.
 */
final class SurfaceSampler {
  /**
   * Number of planes that are kept. Sites share anchors, and the frames of one site come one after
   * the other, so a few planes serve most requests.
   */
  private static final int KEPT_PLANES = 8;

  private final SidePotential potential;
  private final double[] alongX;
  private final double[] alongY;
  private final SurfacePatch patch = new SurfacePatch();
  private final Map<Double, PlaneField> planes =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Double, PlaneField> eldest) {
          return size() > KEPT_PLANES;
        }
      };

  SurfaceSampler(SidePotential potential) {
    this.potential = potential;
    Lattice lattice = potential.grid().lattice();
    Side side = potential.side();
    double[] a = lattice.vector(0);
    double length = Math.sqrt(a[0] * a[0] + a[1] * a[1] + a[2] * a[2]);
    this.alongX = new double[] {1 / length, 0};
    double[] f = lattice.acrossA();
    this.alongY = new double[] {side.sign() * f[0], side.sign() * f[1]};
  }

  /**
   * Samples one plane around one point.
   *
   * @param u lateral fractional coordinate along a of the point
   * @param v lateral fractional coordinate along b
   * @param normalAngstrom coordinate of the plane along the side's outward normal, from the origin
   * @param out receives eV relative to vacuum, row by row, in its first {@code raster.size()}
   *     values
   */
  void sample(double u, double v, double normalAngstrom, Frame frame, Raster raster, double[] out) {
    PlaneField field =
        planes.computeIfAbsent(
            potential.side().sign() * normalAngstrom,
            z -> PlaneField.at(potential.grid(), z, potential.vacuumLevelEv()));
    double cos = Math.cos(frame.angleRadians());
    double sin = Math.sin(frame.angleRadians());
    double mirror = frame.handedness() == Frame.Handedness.MIRRORED ? -1 : 1;
    double[] start = new double[2];
    double[] column = new double[2];
    double[] row = new double[2];
    for (int i = 0; i < 2; i++) {
      double perX = cos * alongX[i] + sin * alongY[i];
      double perY = mirror * (cos * alongY[i] - sin * alongX[i]);
      column[i] = perX * raster.stepAngstrom();
      row[i] = -perY * raster.stepAngstrom();
      start[i] = perX * raster.leftAngstrom() + perY * raster.upperAngstrom();
    }
    // The home cell's copy of the point keeps the numbers small, whatever the tilt.
    double fa = home(u + field.shiftA()) + start[0];
    double fb = home(v + field.shiftB()) + start[1];
    int nx = field.nx();
    int ny = field.ny();
    patch.sample(
        field,
        new SurfacePatch.Grid(
            fa * nx,
            fb * ny,
            column[0] * nx,
            column[1] * ny,
            row[0] * nx,
            row[1] * ny,
            raster.columns(),
            raster.rows()),
        out);
  }

  private static double home(double fractional) {
    return fractional - Math.floor(fractional);
  }
}
