package io.github.epdi.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.epdi.pes.DiffusionEstimate;
import io.github.epdi.pes.ExtraPoints;
import io.github.epdi.pes.HoneycombSurface;
import io.github.epdi.pes.SurfaceEnergies;
import io.github.epdi.pes.SurfacePredictions;
import io.github.epdi.pes.SurfaceResult;
import io.github.epdi.structure.SurfaceGraph;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** One T at -2.0, one H at -1.8 and three bridges, worked by hand; then a second member. */
class MaterialResultsTest {
  private static final Offset<Double> ROUNDING = within(1e-12);
  private static final SurfaceGraph GRAPH = HoneycombSurface.of(1, 1);
  private static final SurfaceEnergies FIRST = energies(-2.0, -1.8, -1.7, -1.6, -1.5);
  private static final SurfaceEnergies SECOND = energies(-2.2, -1.8, -1.7, -1.8, -1.3);
  private static final SurfaceEnergies POTENTIALS = energies(-0.1, -0.2, -0.3, -0.4, -0.5);

  private static SurfaceEnergies energies(double t, double h, double b0, double b1, double b2) {
    return new SurfaceEnergies(new double[] {t}, new double[] {h}, new double[] {b0, b1, b2});
  }

  private static MaterialResults results(SurfaceEnergies... members) {
    return rows(predictions(Map.of(), members));
  }

  private static MaterialResults rows(SurfacePredictions predictions) {
    return MaterialResults.of(
        ExampleRows.material("m"),
        SurfaceResult.of(predictions, null),
        null,
        new Remarks(List.of(), List.of("z", "a", "z")),
        Doubts.NONE);
  }

  private static SurfacePredictions predictions(
      Map<String, ExtraPoints> extra, SurfaceEnergies... members) {
    return new SurfacePredictions(GRAPH, List.of(members), POTENTIALS, extra, null);
  }

  @Test
  void sitesCarryTheirOwnEnergyAndPotential() {
    List<SiteRow> sites = results(FIRST).sites();
    assertThat(sites).extracting(SiteRow::siteId).containsExactly("T0", "H0");
    assertThat(sites).extracting(row -> row.bindingEnergyEv().value()).containsExactly(-2.0, -1.8);
    assertThat(sites).extracting(row -> row.bindingEnergyEv().std()).containsExactly(null, null);
    assertThat(sites).extracting(SiteRow::meanLocalPotentialEv).containsExactly(-0.1, -0.2);
    // H at (2/3, 1/3) of a cell of 3 Angstrom and 120 degrees: the centre of a triangle.
    assertThat(sites.get(1).place().position().xAngstrom()).isCloseTo(1.5, within(1e-3));
    assertThat(sites.get(1).place().position().yAngstrom())
        .isCloseTo(Math.sqrt(3) / 2, within(1e-3));
  }

  @Test
  void hopsCarryTheBridgeAndBothBarriers() {
    HopRow hop = results(FIRST).hops().get(1);
    assertThat(hop.hopId()).isEqualTo("B1");
    assertThat(hop.route().siteA()).isEqualTo("T0");
    assertThat(hop.route().siteB()).isEqualTo("H0");
    assertThat(hop.energies().bridgeEv().value()).isEqualTo(-1.6);
    assertThat(hop.energies().barriers().hopEnergyEv().value()).isEqualTo(-1.6);
    assertThat(hop.energies().barriers().forwardEv().value()).isCloseTo(0.4, ROUNDING);
    assertThat(hop.energies().barriers().reverseEv().value()).isCloseTo(0.2, ROUNDING);
    assertThat(hop.energies().ends().topEv().value()).isEqualTo(-2.0);
    assertThat(hop.energies().ends().hollowEv().value()).isEqualTo(-1.8);
    assertThat(hop.energies().meanLocalPotentialEv()).isEqualTo(-0.4);
    assertThat(hop.saddleBelowSite()).isFalse();
    assertThat(hop.flags()).isEmpty();
  }

  @Test
  void aBridgeBelowASiteIsFlaggedOnItsHopAndItsPaths() {
    MaterialResults results = results(energies(-2.0, -1.8, -1.9, -1.6, -1.5));
    assertThat(results.hops())
        .extracting(HopRow::saddleBelowSite)
        .containsExactly(true, false, false);
    assertThat(results.hops().get(0).energies().barriers().hopEnergyEv().value()).isEqualTo(-1.8);
    assertThat(results.hops().get(0).energies().bridgeEv().value()).isEqualTo(-1.9);
    assertThat(results.hops().get(0).flags()).containsExactly("saddle_below_site");
    assertThat(results.barriers())
        .extracting(BarrierRow::flags)
        .containsExactly(List.of("saddle_below_site"), List.of("saddle_below_site"), List.of());
  }

  @Test
  void barriersFollowThePath() {
    List<BarrierRow> barriers = results(FIRST).barriers();
    assertThat(barriers)
        .extracting(BarrierRow::pathId)
        .containsExactly("B0-H0-B1", "B0-H0-B2", "B1-H0-B2");
    BarrierRow first = barriers.get(0);
    assertThat(first.curve().energies().valuesEv()).containsExactly(-2.0, -1.7, -1.8, -1.6, -2.0);
    assertThat(first.curve().energies().stdsEv()).isNull();
    assertThat(first.barriers().forwardEv().value()).isCloseTo(0.4, ROUNDING);
    assertThat(first.barriers().reverseEv().value()).isCloseTo(0.4, ROUNDING);
    assertThat(first.barriers().reactionEv().value()).isZero();
    assertThat(first.transitionStateEv().value()).isEqualTo(-1.6);
    assertThat(first.transitionStateEv().std()).isNull();
    assertThat(first.extra()).isNull();
  }

  @Test
  void theMaterialSumsUp() {
    MaterialRow material = results(FIRST).material();
    assertThat(material.energies().adsorption().siteId()).isEqualTo("T0");
    assertThat(material.energies().adsorption().lowestEv().value()).isEqualTo(-2.0);
    assertThat(material.energies().adsorption().byKind().hollowEv().value()).isEqualTo(-1.8);
    assertThat(material.energies().lowestBarrier().pathId()).isEqualTo("B0-H0-B1");
    assertThat(material.energies().lowestBarrier().barrierEv().value()).isCloseTo(0.4, ROUNDING);
    assertThat(material.percolation1dEv()).isCloseTo(0.4, ROUNDING);
    assertThat(material.percolation2dEv()).isCloseTo(0.5, ROUNDING);
    assertThat(material.energies().percolation().sideLowest().across2dEv().value())
        .isCloseTo(0.5, ROUNDING);
    assertThat(material.percolation2dStdEv()).isNull();
    assertThat(material.energies().diffusion()).isNull();
    assertThat(material.sites().all().bridge()).isEqualTo(3);
    assertThat(material.sites().unique().bridge()).isEqualTo(3);
    assertThat(material.remarks().flags()).containsExactly("a", "z");
  }

  /**
   * Mean energies: T -2.1, H -1.8, B -1.7, -1.7, -1.4. Members' 1D barriers 0.4 and 0.5 (the
   * second's bridges 0 and 1 at -1.7 and -1.8), 2D 0.5 and 0.9; of the mean 0.4 and 0.7.
   */
  @Test
  void valuesAreOfTheMeanAndSpreadsOfTheMembers() {
    MaterialResults results = results(FIRST, SECOND);
    assertThat(results.sites().get(0).bindingEnergyEv().value()).isCloseTo(-2.1, ROUNDING);
    assertThat(results.sites().get(0).bindingEnergyEv().std())
        .isCloseTo(0.2 / Math.sqrt(2), ROUNDING);
    MaterialRow material = results.material();
    assertThat(material.energies().adsorption().members()).isEqualTo(2);
    assertThat(material.percolation1dEv()).isCloseTo(0.4, ROUNDING);
    assertThat(material.percolation1dStdEv()).isCloseTo(0.1 / Math.sqrt(2), ROUNDING);
    assertThat(material.percolation2dEv()).isCloseTo(0.7, ROUNDING);
    assertThat(material.percolation2dStdEv()).isCloseTo(0.4 / Math.sqrt(2), ROUNDING);
    BarrierRow barrier = results.barriers().get(0);
    assertThat(barrier.curve().energies().stdsEv()).hasSize(5);
    assertThat(barrier.curve().energies().stdsEv().get(3)).isCloseTo(0.2 / Math.sqrt(2), ROUNDING);
    assertThat(barrier.barriers().forwardEv().value()).isCloseTo(0.4, ROUNDING);
    assertThat(barrier.barriers().forwardEv().std()).isCloseTo(0.1 / Math.sqrt(2), ROUNDING);
    assertThat(barrier.barriers().reactionEv().std()).isZero();
    // Highest of the members' paths over bridges 0 and 1: -1.6 and -1.7, of the mean -1.7.
    assertThat(barrier.transitionStateEv().value()).isCloseTo(-1.7, ROUNDING);
    assertThat(barrier.transitionStateEv().std()).isCloseTo(0.1 / Math.sqrt(2), ROUNDING);
  }

  @Test
  void equalMembersAgreeWithOneAndHaveNoSpread() {
    MaterialRow one = results(FIRST).material();
    MaterialRow three = results(FIRST, FIRST, FIRST).material();
    assertThat(three.percolation2dEv()).isCloseTo(one.percolation2dEv(), ROUNDING);
    assertThat(three.percolation2dStdEv()).isCloseTo(0, ROUNDING);
    assertThat(three.energies().adsorption().lowestEv().std()).isCloseTo(0, ROUNDING);
  }

  @Test
  void furtherPointsAreKeptApartAndFlagged() {
    ExtraPoints extra =
        new ExtraPoints(List.of(0.4, 1.3), List.of(List.of(-1.0, -1.1), List.of(-1.2, -1.1)));
    BarrierRow barrier =
        rows(predictions(Map.of("B0-H0-B2", extra), FIRST, SECOND)).barriers().get(1);
    assertThat(barrier.extra().positionsAngstrom()).containsExactly(0.4, 1.3);
    assertThat(barrier.extra().energies().valuesEv().get(0)).isCloseTo(-1.1, ROUNDING);
    assertThat(barrier.extra().energies().valuesEv().get(1)).isCloseTo(-1.1, ROUNDING);
    assertThat(barrier.extra().energies().stdsEv().get(0)).isCloseTo(0.2 / Math.sqrt(2), ROUNDING);
    assertThat(barrier.flags()).contains("extra_points_extrapolated");
    assertThat(barrier.barriers().forwardEv().value()).isCloseTo(0.7, ROUNDING);
  }

  @Test
  void furtherPointsNeedAllMembers() {
    ExtraPoints extra = new ExtraPoints(List.of(0.4), List.of(List.of(-1.0)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rows(predictions(Map.of("B0-H0-B1", extra), FIRST, SECOND)))
        .withMessage("Cannot use further points of path B0-H0-B1: expected 2 members, found 1");
  }

  @Test
  void ratesAreEstimatedOnRequest() {
    SurfaceResult asked =
        SurfaceResult.of(
            predictions(Map.of(), FIRST, SECOND), new DiffusionEstimate.Conditions(2e13, 400, 6));
    MaterialRow material =
        MaterialResults.of(
                ExampleRows.material("m"),
                asked,
                null,
                new Remarks(List.of("functional"), List.of()),
                Doubts.NONE)
            .material();
    double rate = 2e13 * Math.exp(-0.7 / (8.617333262e-5 * 400));
    assertThat(material.energies().diffusion().hoppingRatePerSecond().value())
        .isCloseTo(rate, within(1e-9 * rate));
    assertThat(material.energies().diffusion().diffusivityCm2PerSecond().value())
        .isCloseTo(6 * 3.16 * 3.16 * rate / 4 * 1e-16, within(1e-20));
    assertThat(material.energies().diffusion().hoppingRatePerSecond().std()).isPositive();
    assertThat(material.remarks().levelOfTheoryMismatch()).containsExactly("functional");
  }

  @Test
  void equivalentSitesShareAClassAndARepresentative() {
    SurfaceGraph doped = HoneycombSurface.doped(3);
    SurfaceEnergies energies = SurfaceEnergies.spread(doped, site -> -1 - 0.01 * site.number());
    MaterialResults results =
        rows(new SurfacePredictions(doped, List.of(energies), energies, Map.of(), null));
    assertThat(results.sites().stream().map(row -> row.orbit().symmetryClass()).distinct())
        .containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6);
    assertThat(results.hops().stream().map(row -> row.orbit().symmetryClass()).distinct())
        .containsExactlyInAnyOrder(7, 8, 9, 10, 11, 12);
    for (SiteRow site : results.sites()) {
      SiteRow first =
          results.sites().stream()
              .filter(other -> other.siteId().equals(site.orbit().representative()))
              .findFirst()
              .orElseThrow();
      assertThat(site.orbit().symmetryClass()).isEqualTo(first.orbit().symmetryClass());
      assertThat(site.bindingEnergyEv()).isEqualTo(first.bindingEnergyEv());
    }
    assertThat(results.material().sites().unique().top()).isEqualTo(4);
    assertThat(results.material().sites().unique().hollow()).isEqualTo(3);
    assertThat(results.material().sites().unique().bridge()).isEqualTo(6);
  }

  @Test
  void predictionsNeedAMember() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> predictions(Map.of()))
        .withMessage("Cannot make rows of predictions: expected at least one member, found none");
  }

  @Test
  void theBestMaterialsComeFirst() {
    MaterialRow easy = results(energies(-2, -1.8, -1.7, -1.7, -1.6)).material();
    MaterialRow hard = results(FIRST).material();
    MaterialRow channel = results(energies(-2, -1.8, -1.7, -1.7, -1.5)).material();
    assertThat(List.of(hard, channel, easy).stream().sorted(MaterialsTable.bestFirst()))
        .containsExactly(easy, channel, hard);
  }
}
