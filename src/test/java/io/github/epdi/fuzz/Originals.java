package io.github.epdi.fuzz;

import io.github.epdi.grid.TestGrids;
import io.github.epdi.structure.Element;
import io.github.epdi.structure.TestSlabs;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Small synthetic grids, good ones, in each text format: what is mutated. */
final class Originals {
  private static final TestSlabs ONE = TestSlabs.twoH(Element.Mo, Element.S);
  private static final TestSlabs FOUR = ONE.supercell(2, 2).replaced(Element.Mo, 0, Element.Ti);

  private Originals() {}

  static List<byte[]> grids() {
    TestGrids small = TestGrids.of(ONE.structure(), 6, 6, 24);
    TestGrids doped = TestGrids.of(FOUR.structure(), 8, 8, 36);
    TestGrids wrapped = TestGrids.of(FOUR.shifted(0.3, 0.1, 0.5).structure(), 8, 8, 36);
    TestGrids janus = TestGrids.of(ONE.janus(Element.Se).tilted(0.2, 0.1).structure(), 6, 6, 36);
    TestGrids octahedral =
        TestGrids.of(TestSlabs.oneT(Element.Ti, Element.Se).structure(), 6, 6, 24);
    return List.of(
            small.locpot(),
            doped.locpot(),
            janus.locpot(),
            small.vaspHeader() + small.block() + small.dimensions() + small.block(),
            small.cube(),
            wrapped.cube(),
            octahedral.times(-1).cube(),
            small.xsf(),
            wrapped.xsf(),
            janus.xsfHeader() + janus.xsfGrid("3D_PWSCF", 0, 0, 0))
        .stream()
        .map(text -> text.getBytes(StandardCharsets.UTF_8))
        .toList();
  }
}
