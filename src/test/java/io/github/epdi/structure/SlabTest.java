package io.github.epdi.structure;

import static io.github.epdi.structure.Element.Al;
import static io.github.epdi.structure.Element.C;
import static io.github.epdi.structure.Element.Li;
import static io.github.epdi.structure.Element.Mo;
import static io.github.epdi.structure.Element.Nb;
import static io.github.epdi.structure.Element.S;
import static io.github.epdi.structure.Element.Se;
import static io.github.epdi.structure.Element.Ti;
import static io.github.epdi.structure.Element.V;
import static io.github.epdi.structure.Element.W;
import static io.github.epdi.structure.Element.Zn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a slab is, and what is none. */
class SlabTest {
  private static final TestSlabs MOS2 = TestSlabs.twoH(Mo, S).supercell(3, 3);

  private static void assertReject(ThrowingCallable call, RejectCode code, String... parts) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            RejectException.class, e -> assertThat(e.reject().code()).isEqualTo(code))
        .hasMessageStartingWith("Cannot ")
        .hasMessageContaining(": expected ")
        .hasMessageContaining(", found ")
        .hasMessageContainingAll(parts);
  }

  @ParameterizedTest
  @CsvSource({
    "Mo,VIB", "W,VIB", "Cr,VIB", "Nb,VB", "Ta,VB", "Ti,IVB", "Hf,IVB", "Pt,", "Sn,", "Co,"
  })
  void hostGroups(Element metal, String group) {
    Slab slab = TestSlabs.oneT(metal, Se).slab();
    assertThat(slab.hostGroup()).isEqualTo(group);
    assertThat(slab.host()).isEqualTo(metal + "Se2");
    assertThat(slab.phase()).isEqualTo("1T");
    assertThat(slab.dopants()).isEmpty();
    assertThat(slab.layers()).isEqualTo(1);
  }

  @Test
  void hostAndDopants() {
    Slab slab = MOS2.replaced(Mo, 3, W).replaced(Mo, 0, Ti).replaced(S, 2, Se).slab();
    assertThat(slab.host()).isEqualTo("MoS2");
    assertThat(slab.dopants())
        .containsExactly(
            new Slab.Dopant(Ti, 1 / 9.0),
            new Slab.Dopant(W, 1 / 9.0),
            new Slab.Dopant(Se, 1 / 18.0));
    assertThat(slab.phase()).isEqualTo("2H");
    assertThat(slab.structure().formula()).isEqualTo("Mo7TiWS17Se");
  }

  @Test
  void tiesAreAlloysWithoutDopants() {
    Slab metals = TestSlabs.twoH(Mo, S).supercell(2, 1).replaced(Mo, 0, W).slab();
    assertThat(metals.host()).isEqualTo("MoWS4");
    assertThat(metals.hostGroup()).isEqualTo("VIB");
    assertThat(metals.dopants()).isEmpty();
    Slab groups = TestSlabs.twoH(Mo, S).supercell(2, 1).replaced(Mo, 0, Nb).slab();
    assertThat(groups.host()).isEqualTo("MoNbS4");
    assertThat(groups.hostGroup()).isNull();
    Slab bottom = TestSlabs.twoH(Mo, S).supercell(2, 1).replaced(S, 2, Se).slab();
    assertThat(bottom.dopants()).isEmpty();
    assertThat(bottom.host()).isEqualTo("Mo2S3Se");
  }

  @Test
  void janus() {
    Slab slab = MOS2.janus(Se).slab();
    assertThat(slab.host()).isEqualTo("MoSSe");
    assertThat(slab.dopants()).isEmpty();
    Slab doped = MOS2.janus(Se).replaced(Se, 1, S).slab();
    assertThat(doped.host()).isEqualTo("MoSSe");
    assertThat(doped.dopants()).containsExactly(new Slab.Dopant(S, 1 / 18.0));
    SurfaceGraph graph = MOS2.janus(Se).graph(Side.BOTTOM);
    assertThat(graph.uniqueCount(SiteKind.B)).isEqualTo(1);
  }

  @Test
  void bilayersAreCountedAndTheirOuterSurfacesUsed() {
    TestSlabs bilayer = MOS2.bilayer(6.15, 1 / 9.0, 2 / 9.0);
    Slab slab = bilayer.slab();
    assertThat(slab.layers()).isEqualTo(2);
    assertThat(slab.host()).isEqualTo("MoS2");
    assertThat(slab.phase()).isEqualTo("2H");
    assertThat(slab.outermostAngstrom(Side.TOP) + slab.outermostAngstrom(Side.BOTTOM))
        .isCloseTo(6.15 + 2 * TestSlabs.HEIGHT, within(1e-9));
    for (Side side : Side.values()) {
      SurfaceGraph graph = bilayer.graph(side);
      assertThat(graph.tops()).hasSize(9);
      assertThat(graph.uniqueCount(SiteKind.T)).isEqualTo(1);
      assertThat(graph.tops().get(0).anchorAngstrom())
          .isCloseTo(slab.outermostAngstrom(side), within(1e-9));
    }
  }

  @Test
  void phases() {
    assertThat(TestSlabs.twoH(W, Se).supercell(2, 3).noisy(0.1, 4).slab().phase()).isEqualTo("2H");
    assertThat(TestSlabs.oneT(Ti, S).supercell(3, 3).noisy(0.1, 4).slab().phase()).isEqualTo("1T");
    assertThat(MOS2.bilayer(6.15, 0, 0).slab().phase()).isEqualTo("2H");
    assertThat(mixed().slab().phase()).isEqualTo("mixed");
    assertThat(TestSlabs.dimerised().slab().phase()).isEqualTo("1T'");
    assertThat(TestSlabs.dimerised().graph(Side.TOP).bridges()).hasSize(6);
  }

  /** One 2H and one 1T layer. */
  private static TestSlabs mixed() {
    TestSlabs bilayer = TestSlabs.twoH(Mo, S).bilayer(6.15, 0, 0);
    List<Atom> atoms = new ArrayList<>();
    double lowest = bilayer.structure().atoms().stream().mapToDouble(Atom::fc).min().orElseThrow();
    for (Atom a : bilayer.structure().atoms()) {
      boolean moved = Math.abs(a.fc() - lowest) < 1e-9;
      atoms.add(moved ? new Atom(a.element(), 2 / 3.0, 1 / 3.0, a.fc()) : a);
    }
    return TestSlabs.of(new CrystalStructure(bilayer.structure().lattice(), atoms));
  }

  @Test
  void heightsAreThoseOfTheWholeSlabWhereverTheBoundaryCuts() {
    for (double shift : new double[] {0, 0.2, 0.46, 0.5, 0.57, 0.9}) {
      for (TestSlabs slab :
          List.of(MOS2.shifted(0, 0, shift), MOS2.tilted(0.5, 0.1).shifted(0, 0, shift).turned())) {
        Slab s = slab.slab();
        double height = slab.structure().lattice().heightAngstrom();
        assertThat(s.gapAngstrom()).isCloseTo(14, within(1e-9));
        assertThat(s.outermostAngstrom(Side.TOP) + s.outermostAngstrom(Side.BOTTOM))
            .isCloseTo(2 * TestSlabs.HEIGHT, within(1e-9));
        assertThat(Math.IEEEremainder(s.middleAngstrom() - (0.5 + shift) * height, height))
            .isCloseTo(0, within(1e-9));
      }
    }
  }

  @Test
  void tooSmallAGapIsNoVacuum() {
    assertThat(MOS2.vacuum(6.01).slab().gapAngstrom()).isCloseTo(6.01, within(1e-9));
    assertReject(
        () -> MOS2.vacuum(5.99).slab(), RejectCode.NO_VACUUM, "6.00 Angstrom along c", "5.99");
    assertReject(() -> MOS2.vacuum(3).tilted(2, 0).slab(), RejectCode.NO_VACUUM, "found 3.00");
  }

  @Test
  void aGapAlongAnotherAxisIsNamed() {
    CrystalStructure s = MOS2.structure();
    Lattice l = s.lattice();
    CrystalStructure relabelled =
        new CrystalStructure(
            Lattice.of(new double[][] {l.vector(2), l.vector(0), l.vector(1)}),
            s.atoms().stream().map(a -> new Atom(a.element(), a.fc(), a.fa(), a.fb())).toList());
    assertReject(
        () -> Slab.of(relabelled, 6), RejectCode.NO_VACUUM, "there is one of 14.00 along a");
  }

  @Test
  void bulkHasNoVacuum() {
    assertReject(() -> MOS2.vacuum(3.0).slab(), RejectCode.NO_VACUUM, "found 3.00");
  }

  @Test
  void ionsOutsideTheMetalLayerAreRejected() {
    double above = 0.5 + (TestSlabs.HEIGHT + 1.5) / (2 * TestSlabs.HEIGHT + 14);
    assertReject(() -> MOS2.added(Li, 0, 0, above).slab(), RejectCode.ION_PRESENT, "Li as atom 28");
    assertReject(() -> MOS2.added(Zn, 0, 0, above).slab(), RejectCode.ION_PRESENT, "Zn");
    assertReject(
        () -> MOS2.bilayer(6.15, 0, 0).added(Li, 0, 0, 0.5).slab(), RejectCode.ION_PRESENT, "Li");
    assertThat(MOS2.replaced(Mo, 0, Zn).slab().dopants())
        .containsExactly(new Slab.Dopant(Zn, 1 / 9.0));
    assertThat(MOS2.replaced(Mo, 0, Al).graph(Side.TOP).uniqueCount(SiteKind.T)).isEqualTo(4);
  }

  @Test
  void otherMaterialsAreNoDichalcogenides() {
    Lattice lattice = Lattice.of(new double[][] {{2.46, 0, 0}, {-1.23, 2.13, 0}, {0, 0, 20}});
    CrystalStructure graphene =
        new CrystalStructure(
            lattice, List.of(new Atom(C, 0, 0, 0.5), new Atom(C, 1 / 3.0, 2 / 3.0, 0.5)));
    assertReject(() -> Slab.of(graphene, 6), RejectCode.NOT_A_TMD, "C2");
    CrystalStructure nothing = new CrystalStructure(graphene.lattice(), List.of());
    assertReject(() -> Slab.of(nothing, 6), RejectCode.NOT_A_TMD, "a cell without atoms");
    assertReject(
        () -> Slab.of(new CrystalStructure(lattice, List.of(new Atom(Ti, 0, 0, 0.5))), 6),
        RejectCode.NOT_A_TMD,
        "Ti");
    TestSlabs oneSided = TestSlabs.twoH(Mo, S).without(S, 1);
    assertReject(oneSided::slab, RejectCode.NOT_A_TMD, "MoS");
  }

  @Test
  void defectsNameTheirSide() {
    assertReject(() -> MOS2.without(Mo, 2).graph(Side.TOP), RejectCode.SURFACE_DEFECT, "side top");
    TestSlabs vacancy = MOS2.without(S, 0);
    boolean topIsHurt =
        MOS2.structure().atoms().stream()
                .filter(a -> a.element() == S)
                .findFirst()
                .orElseThrow()
                .fc()
            > 0.5;
    Side hurt = topIsHurt ? Side.TOP : Side.BOTTOM;
    Side whole = topIsHurt ? Side.BOTTOM : Side.TOP;
    assertReject(
        () -> vacancy.graph(hurt),
        RejectCode.SURFACE_DEFECT,
        "side " + hurt.label(),
        "expected 9 chalcogens over as many metals, found 8");
    assertThat(vacancy.graph(whole).bridges()).hasSize(27);
  }

  @Test
  void atomsOnTheSurfaceAreADefect() {
    double above = 0.5 + (TestSlabs.HEIGHT + 1.6) / (2 * TestSlabs.HEIGHT + 14);
    for (Element element : List.of(S, V, C)) {
      TestSlabs slab = MOS2.added(element, 0, 0, above);
      assertReject(() -> slab.graph(Side.TOP), RejectCode.SURFACE_DEFECT, "side top");
      assertThat(slab.graph(Side.BOTTOM).tops()).hasSize(9);
    }
  }

  @Test
  void aMetalInAHollowIsADefect() {
    TestSlabs slab = MOS2.without(Mo, 0).added(Mo, 2 / 9.0, 1 / 9.0, 0.5);
    assertReject(() -> slab.graph(Side.TOP), RejectCode.SURFACE_DEFECT, "side top");
  }
}
