package io.github.epdi.grid;

class XsfContractTest extends GridFormatContract {
  @Override
  GridFormat format() {
    return GridFormat.XSF;
  }

  @Override
  EnergyUnit unit() {
    return EnergyUnit.RYDBERG;
  }

  @Override
  String text(TestGrids grids) {
    return grids.xsf();
  }

  @Override
  String promising(String a, String b, String c) {
    return withLine(plain(), firstValueLine() - 5, a + " " + b + " " + c);
  }

  @Override
  int firstValueLine() {
    return (int) GRIDS.xsfHeader().lines().count() + 3 + 5 + 1;
  }
}
