package io.github.epdi.bench;

import io.github.epdi.structure.Atom;
import io.github.epdi.structure.CrystalStructure;
import io.github.epdi.structure.Element;
import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The values of a synthetic LOCPOT as a vaspout.h5: half as Hartree, half as ionic potential. */
final class SyntheticVaspout {
  private SyntheticVaspout() {}

  /** Writes the file unless it is there from an earlier run. */
  static Path writeIfAbsent(SyntheticLocpot grid, Path file) throws IOException {
    if (!Files.exists(file)) {
      Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
      CrystalStructure structure = grid.structure();
      try (WritableHdfFile out = HdfFile.write(temporary)) {
        WritableGroup results = out.putGroup("results");
        putPositions(results.putGroup("positions"), structure);
        double[][][][] half = half(grid, grid.values(structure));
        WritableGroup potential = results.putGroup("potential");
        potential.putDataset("grid", new int[] {grid.nx(), grid.ny(), grid.nz()});
        potential.putDataset("hartree", half);
        potential.putDataset("ionic", half);
      }
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    }
    return file;
  }

  private static double[][][][] half(SyntheticLocpot grid, double[] values) {
    double[][][][] half = new double[1][grid.nz()][grid.ny()][grid.nx()];
    int n = 0;
    for (double[][] plane : half[0]) {
      for (double[] row : plane) {
        for (int i = 0; i < row.length; i++) {
          row[i] = values[n++] / 2;
        }
      }
    }
    return half;
  }

  private static void putPositions(WritableGroup group, CrystalStructure structure) {
    Map<Element, Integer> counts = new LinkedHashMap<>();
    structure.atoms().forEach(atom -> counts.merge(atom.element(), 1, Integer::sum));
    List<double[]> places = new ArrayList<>();
    for (Element element : counts.keySet()) {
      for (Atom atom : structure.atoms()) {
        if (atom.element() == element) {
          places.add(new double[] {atom.fa(), atom.fb(), atom.fc()});
        }
      }
    }
    double[][] vectors = new double[3][];
    for (int v = 0; v < 3; v++) {
      vectors[v] = structure.lattice().vector(v);
    }
    group.putDataset("scale", 1.0);
    group.putDataset("lattice_vectors", vectors);
    group.putDataset(
        "ion_types", counts.keySet().stream().map(Element::symbol).toArray(String[]::new));
    group.putDataset(
        "number_ion_types", counts.values().stream().mapToInt(Integer::intValue).toArray());
    group.putDataset("position_ions", places.toArray(double[][]::new));
    group.putDataset("direct_coordinates", 1);
  }
}
