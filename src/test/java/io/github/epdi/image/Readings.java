package io.github.epdi.image;

import io.github.epdi.grid.GridHeader;
import io.github.epdi.grid.GridReading;
import io.github.epdi.grid.PotentialGrid;
import io.github.epdi.grid.VacuumLevel;
import io.github.epdi.structure.AdsorptionSite;
import io.github.epdi.structure.Lattice;
import io.github.epdi.structure.Side;
import io.github.epdi.structure.SiteKind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Readings, grids and sites made directly, without a file. */
final class Readings {
  /** A function of Cartesian position, Angstrom to eV. */
  interface Field {
    double at(double x, double y, double z);
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

  static GridReading of(PotentialGrid grid, double topLevelEv, double bottomLevelEv) {
    return of(null, grid, topLevelEv, bottomLevelEv);
  }

  static GridReading of(
      GridHeader header, PotentialGrid grid, double topLevelEv, double bottomLevelEv) {
    Map<Side, VacuumLevel> levels = new EnumMap<>(Side.class);
    levels.put(Side.TOP, new VacuumLevel(topLevelEv, 0));
    levels.put(Side.BOTTOM, new VacuumLevel(bottomLevelEv, 0));
    return new GridReading(
        "memory:grid",
        0,
        0,
        header,
        null,
        null,
        grid,
        levels,
        null,
        null,
        null,
        1,
        null,
        null,
        null,
        "full",
        0,
        List.of(),
        null);
  }

  static AdsorptionSite site(double u, double v, double anchorAngstrom) {
    return new AdsorptionSite(SiteKind.T, 0, u, v, anchorAngstrom, "T0", 1);
  }
}
