package io.github.epdi.grid;

import io.github.epdi.grid.text.HeaderLine;

class CubeContractTest extends GridFormatContract {
  @Override
  GridFormat format() {
    return GridFormat.CUBE;
  }

  @Override
  EnergyUnit unit() {
    return EnergyUnit.HARTREE;
  }

  @Override
  String text(TestGrids grids) {
    return grids.cube();
  }

  @Override
  String promising(String a, String b, String c) {
    String text = plain();
    String[] points = {a, b, c};
    for (int i = 0; i < 3; i++) {
      HeaderLine axis = new HeaderLine(line(text, 4 + i), 4 + i);
      double[] voxel = axis.reals3(1, "a voxel");
      // The cell is points times voxel: it stays, as far as the promise is a number.
      double factor = HeaderLine.number(axis.words().get(0)) / HeaderLine.number(points[i]);
      double scale = Double.isFinite(factor) ? factor : 1;
      text =
          withLine(
              text,
              4 + i,
              points[i] + " " + voxel[0] * scale + " " + voxel[1] * scale + " " + voxel[2] * scale);
    }
    return text;
  }

  @Override
  int firstValueLine() {
    return 6 + GRIDS.structure().atoms().size() + 1;
  }
}
