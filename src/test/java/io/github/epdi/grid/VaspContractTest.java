package io.github.epdi.grid;

class VaspContractTest extends GridFormatContract {
  @Override
  GridFormat format() {
    return GridFormat.VASP;
  }

  @Override
  EnergyUnit unit() {
    return EnergyUnit.EV;
  }

  @Override
  String text(TestGrids grids) {
    return grids.locpot();
  }

  @Override
  String promising(String a, String b, String c) {
    return plain().replace(GRIDS.dimensions(), a + " " + b + " " + c + "\n");
  }

  @Override
  int firstValueLine() {
    return (int) GRIDS.vaspHeader().lines().count() + 1;
  }
}
