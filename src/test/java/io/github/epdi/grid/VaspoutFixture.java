package io.github.epdi.grid;

import io.github.epdi.structure.Atom;
import io.github.epdi.structure.Element;
import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.DatasetCreationOptions;
import io.jhdf.api.WritableGroup;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes a vaspout.h5 of a grid by formula, as VASP lays it out; each part can be left out. */
public final class VaspoutFixture {
  private final TestGrids grid;
  private final int nx;
  private final int ny;
  private final Map<String, Object> potentials = new LinkedHashMap<>();
  private final Map<String, Object> positions = new LinkedHashMap<>();
  private String group = "potential";
  private DatasetCreationOptions options = DatasetCreationOptions.DEFAULT;

  /** Hartree and ionic potential, hundreds of eV each, whose sum is the grid. */
  public VaspoutFixture(TestGrids grid, int nx, int ny) {
    this.grid = grid;
    this.nx = nx;
    this.ny = ny;
    potential("hartree", 1, (a, b, c) -> 300 * Math.cos(2 * Math.PI * c), 0.25);
    potential("ionic", 1, (a, b, c) -> -300 * Math.cos(2 * Math.PI * c), 0.75);
    potentials.put("grid", new int[] {nx, ny, grid.nz()});
    fillPositions();
  }

  private void fillPositions() {
    Map<Element, Integer> counts = new LinkedHashMap<>();
    grid.structure().atoms().forEach(atom -> counts.merge(atom.element(), 1, Integer::sum));
    double[][] places = new double[grid.structure().atoms().size()][];
    int next = 0;
    for (Element element : counts.keySet()) {
      for (Atom atom : grid.structure().atoms()) {
        if (atom.element() == element) {
          places[next++] = new double[] {atom.fa(), atom.fb(), atom.fc()};
        }
      }
    }
    double[][] vectors = new double[3][];
    for (int v = 0; v < 3; v++) {
      vectors[v] = grid.structure().lattice().vector(v);
    }
    positions.put("system", "synthetic slab");
    positions.put("scale", 1.0);
    positions.put("lattice_vectors", vectors);
    positions.put(
        "ion_types", counts.keySet().stream().map(e -> e.symbol() + "_pv").toArray(String[]::new));
    positions.put(
        "number_ion_types", counts.values().stream().mapToInt(Integer::intValue).toArray());
    positions.put("position_ions", places);
    positions.put("direct_coordinates", 1);
  }

  /** Adds a data set of so many components, of which all but the first hold nonsense. */
  VaspoutFixture potential(String name, int components, TestGrids.Potential more, double factor) {
    TestGrids sum = grid.times(factor).plus(more);
    double[][][][] values = new double[components][grid.nz()][ny][nx];
    for (int s = 0; s < components; s++) {
      for (int k = 0; k < grid.nz(); k++) {
        for (int j = 0; j < ny; j++) {
          for (int i = 0; i < nx; i++) {
            values[s][k][j][i] = s == 0 ? sum.value(i, j, k) : 1e3 * s;
          }
        }
      }
    }
    potentials.put(name, values);
    return this;
  }

  /** Replaces or, with null, leaves out what stands in the group of potentials. */
  VaspoutFixture potential(String name, Object data) {
    potentials.put(name, data);
    return this;
  }

  /** Replaces or, with null, leaves out what stands in the group of positions. */
  VaspoutFixture position(String name, Object data) {
    positions.put(name, data);
    return this;
  }

  /** Another name of the group below {@code results}. */
  VaspoutFixture group(String name) {
    group = name;
    return this;
  }

  /** Chunks, filters. */
  VaspoutFixture stored(DatasetCreationOptions other) {
    options = other;
    return this;
  }

  /** Writes it. */
  public Path write(Path file) {
    try (WritableHdfFile out = HdfFile.write(file)) {
      WritableGroup results = out.putGroup("results");
      put(results.putGroup("positions"), positions, DatasetCreationOptions.DEFAULT);
      put(results.putGroup(group), potentials, options);
    }
    return file;
  }

  private static void put(
      WritableGroup group, Map<String, Object> data, DatasetCreationOptions options) {
    data.forEach(
        (name, value) -> {
          if (value instanceof double[][][][]) {
            group.putDataset(name, value, options);
          } else if (value != null) {
            group.putDataset(name, value);
          }
        });
  }
}
