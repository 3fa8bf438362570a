package io.github.epdi.image;

import io.github.epdi.grid.PotentialGrid;
import io.github.epdi.grid.SidePotential;
import io.github.epdi.structure.AdsorptionSite;
import io.github.epdi.structure.Lattice;
import io.github.epdi.structure.Side;
import io.github.epdi.structure.SiteKind;

/** Grids and sites made directly, without a file. */
final class Readings {
  /** A function of Cartesian position, Angstrom to eV. */
  interface Field {
    double at(double x, double y, double z);
  }

  /** A grid with a vacuum level on either side. */
  record TwoSides(PotentialGrid grid, double topLevelEv, double bottomLevelEv) {
    SidePotential potential(Side side) {
      return new SidePotential(grid, side, side == Side.TOP ? topLevelEv : bottomLevelEv);
    }
  }

  private Readings() {}

  static PotentialGrid grid(double[][] cell, int nx, int ny, int nz, Field field) {
    Lattice lattice = Lattice.of(cell);
    double[][] planes = new double[nz][nx * ny];
    for (int k = 0; k < nz; k++) {
      for (int j = 0; j < ny; j++) {
        for (int i = 0; i < nx; i++) {
          double[] r = lattice.cartesian(i / (double) nx, j / (double) ny, k / (double) nz);
          planes[k][j * nx + i] = field.at(r[0], r[1], r[2]);
        }
      }
    }
    return new PotentialGrid(lattice, nx, ny, planes);
  }

  static TwoSides of(PotentialGrid grid, double topLevelEv, double bottomLevelEv) {
    return new TwoSides(grid, topLevelEv, bottomLevelEv);
  }

  static AdsorptionSite site(double u, double v, double anchorAngstrom) {
    return new AdsorptionSite(SiteKind.T, 0, u, v, anchorAngstrom, "T0", 1);
  }
}
