package io.github.epdi.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.epdi.pes.DiffusionEstimate;
import io.github.epdi.pes.HoneycombSurface;
import io.github.epdi.pes.SurfaceEnergies;
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
    return MaterialResults.of(ExampleRows.material("m"), predictions(Map.of(), members));
  }

  private static SidePredictions predictions(
      Map<String, ExtraPoints> extra, SurfaceEnergies... members) {
    return new SidePredictions(
        GRAPH, List.of(members), POTENTIALS, extra, null, List.of(), List.of("z", "a", "z"));
  }

  @Test
  void sitesCarryTheirOwnEnergyAndPotential() {
    List<SiteRow> sites = results(FIRST).sites();
    assertThat(sites).extracting(SiteRow::siteId).containsExactly("T0", "H0");
    assertThat(sites).extracting(SiteRow::bindingEnergyEv).containsExactly(-2.0, -1.8);
    assertThat(sites).extracting(SiteRow::bindingEnergyStdEv).containsExactly(null, null);
    assertThat(sites).extracting(SiteRow::meanLocalPotentialEv).containsExactly(-0.1, -0.2);
    // H at (2/3, 1/3) of a cell of 3 Angstrom and 120 degrees: the centre of a triangle.
    assertThat(sites.get(1).xAngstrom()).isCloseTo(1.5, within(1e-3));
    assertThat(sites.get(1).yAngstrom()).isCloseTo(Math.sqrt(3) / 2, within(1e-3));
  }

  @Test
  void hopsCarryTheBridgeAndBothBarriers() {
    HopRow hop = results(FIRST).hops().get(1);
    assertThat(hop.hopId()).isEqualTo("B1");
    assertThat(hop.siteA()).isEqualTo("T0");
    assertThat(hop.siteB()).isEqualTo("H0");
    assertThat(hop.bindingEnergyEv()).isEqualTo(-1.6);
    assertThat(hop.hopEnergyEv()).isEqualTo(-1.6);
    assertThat(hop.forwardBarrierEv()).isCloseTo(0.4, ROUNDING);
    assertThat(hop.reverseBarrierEv()).isCloseTo(0.2, ROUNDING);
    assertThat(hop.siteABindingEnergyEv()).isEqualTo(-2.0);
    assertThat(hop.siteBBindingEnergyEv()).isEqualTo(-1.8);
    assertThat(hop.meanLocalPotentialEv()).isEqualTo(-0.4);
    assertThat(hop.saddleBelowSite()).isFalse();
    assertThat(hop.flags()).isEmpty();
  }

  @Test
  void aBridgeBelowASiteIsFlaggedOnItsHopAndItsPaths() {
    MaterialResults results = results(energies(-2.0, -1.8, -1.9, -1.6, -1.5));
    assertThat(results.hops())
        .extracting(HopRow::saddleBelowSite)
        .containsExactly(true, false, false);
    assertThat(results.hops().get(0).hopEnergyEv()).isEqualTo(-1.8);
    assertThat(results.hops().get(0).bindingEnergyEv()).isEqualTo(-1.9);
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
    assertThat(first.energiesEv()).containsExactly(-2.0, -1.7, -1.8, -1.6, -2.0);
    assertThat(first.energiesStdEv()).isNull();
    assertThat(first.forwardBarrierEv()).isCloseTo(0.4, ROUNDING);
    assertThat(first.reverseBarrierEv()).isCloseTo(0.4, ROUNDING);
    assertThat(first.reactionEnergyEv()).isZero();
    assertThat(first.tsEnergyEv()).isEqualTo(-1.6);
    assertThat(first.tsEnergyStdEv()).isNull();
    assertThat(first.extraPositionsAngstrom()).isNull();
    assertThat(first.extraEnergiesEv()).isNull();
  }

  @Test
  void theMaterialSumsUp() {
    MaterialRow material = results(FIRST).material();
    assertThat(material.adsorptionSite()).isEqualTo("T0");
    assertThat(material.adsorptionEnergyEv()).isEqualTo(-2.0);
    assertThat(material.adsorptionEnergyHEv()).isEqualTo(-1.8);
    assertThat(material.lowestBarrierPath()).isEqualTo("B0-H0-B1");
    assertThat(material.lowestBarrierEv()).isCloseTo(0.4, ROUNDING);
    assertThat(material.percolation1dEv()).isCloseTo(0.4, ROUNDING);
    assertThat(material.percolation2dEv()).isCloseTo(0.5, ROUNDING);
    assertThat(material.percolation2dAboveLowestEv()).isCloseTo(0.5, ROUNDING);
    assertThat(material.percolation2dStdEv()).isNull();
    assertThat(material.hoppingRatePerSecond()).isNull();
    assertThat(material.bridgeSites()).isEqualTo(3);
    assertThat(material.uniqueBridgeSites()).isEqualTo(3);
    assertThat(material.flags()).containsExactly("a", "z");
  }

  /**
   * Mean energies: T -2.1, H -1.8, B -1.7, -1.7, -1.4. Members' 1D barriers 0.4 and 0.5 (the
   * second's bridges 0 and 1 at -1.7 and -1.8), 2D 0.5 and 0.9; of the mean 0.4 and 0.7.
   */
  @Test
  void valuesAreOfTheMeanAndSpreadsOfTheMembers() {
    MaterialResults results = results(FIRST, SECOND);
    assertThat(results.sites().get(0).bindingEnergyEv()).isCloseTo(-2.1, ROUNDING);
    assertThat(results.sites().get(0).bindingEnergyStdEv()).isCloseTo(0.2 / Math.sqrt(2), ROUNDING);
    MaterialRow material = results.material();
    assertThat(material.members()).isEqualTo(2);
    assertThat(material.percolation1dEv()).isCloseTo(0.4, ROUNDING);
    assertThat(material.percolation1dStdEv()).isCloseTo(0.1 / Math.sqrt(2), ROUNDING);
    assertThat(material.percolation2dEv()).isCloseTo(0.7, ROUNDING);
    assertThat(material.percolation2dStdEv()).isCloseTo(0.4 / Math.sqrt(2), ROUNDING);
    BarrierRow barrier = results.barriers().get(0);
    assertThat(barrier.energiesStdEv()).hasSize(5);
    assertThat(barrier.energiesStdEv().get(3)).isCloseTo(0.2 / Math.sqrt(2), ROUNDING);
    assertThat(barrier.forwardBarrierEv()).isCloseTo(0.4, ROUNDING);
    assertThat(barrier.forwardBarrierStdEv()).isCloseTo(0.1 / Math.sqrt(2), ROUNDING);
    assertThat(barrier.reactionEnergyStdEv()).isZero();
    // Highest of the members' paths over bridges 0 and 1: -1.6 and -1.7, of the mean -1.7.
    assertThat(barrier.tsEnergyEv()).isCloseTo(-1.7, ROUNDING);
    assertThat(barrier.tsEnergyStdEv()).isCloseTo(0.1 / Math.sqrt(2), ROUNDING);
  }

  @Test
  void equalMembersAgreeWithOneAndHaveNoSpread() {
    MaterialRow one = results(FIRST).material();
    MaterialRow three = results(FIRST, FIRST, FIRST).material();
    assertThat(three.percolation2dEv()).isCloseTo(one.percolation2dEv(), ROUNDING);
    assertThat(three.percolation2dStdEv()).isCloseTo(0, ROUNDING);
    assertThat(three.adsorptionEnergyStdEv()).isCloseTo(0, ROUNDING);
  }

  @Test
  void furtherPointsAreKeptApartAndFlagged() {
    ExtraPoints extra =
        new ExtraPoints(List.of(0.4, 1.3), List.of(List.of(-1.0, -1.1), List.of(-1.2, -1.1)));
    BarrierRow barrier =
        MaterialResults.of(
                ExampleRows.material("m"), predictions(Map.of("B0-H0-B2", extra), FIRST, SECOND))
            .barriers()
            .get(1);
    assertThat(barrier.extraPositionsAngstrom()).containsExactly(0.4, 1.3);
    assertThat(barrier.extraEnergiesEv().get(0)).isCloseTo(-1.1, ROUNDING);
    assertThat(barrier.extraEnergiesEv().get(1)).isCloseTo(-1.1, ROUNDING);
    assertThat(barrier.extraEnergiesStdEv().get(0)).isCloseTo(0.2 / Math.sqrt(2), ROUNDING);
    assertThat(barrier.flags()).contains("extra_points_extrapolated");
    assertThat(barrier.forwardBarrierEv()).isCloseTo(0.7, ROUNDING);
  }

  @Test
  void furtherPointsNeedAllMembers() {
    ExtraPoints extra = new ExtraPoints(List.of(0.4), List.of(List.of(-1.0)));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                MaterialResults.of(
                    ExampleRows.material("m"),
                    predictions(Map.of("B0-H0-B1", extra), FIRST, SECOND)))
        .withMessage("Cannot use further points of path B0-H0-B1: expected 2 members, found 1");
  }

  @Test
  void ratesAreEstimatedOnRequest() {
    SidePredictions asked =
        new SidePredictions(
            GRAPH,
            List.of(FIRST, SECOND),
            POTENTIALS,
            Map.of(),
            new DiffusionEstimate.Conditions(2e13, 400, 6),
            List.of("functional"),
            List.of());
    MaterialRow material = MaterialResults.of(ExampleRows.material("m"), asked).material();
    double rate = 2e13 * Math.exp(-0.7 / (8.617333262e-5 * 400));
    assertThat(material.hoppingRatePerSecond()).isCloseTo(rate, within(1e-9 * rate));
    assertThat(material.diffusivityCm2PerSecond())
        .isCloseTo(6 * 3.16 * 3.16 * rate / 4 * 1e-16, within(1e-20));
    assertThat(material.hoppingRateStdPerSecond()).isPositive();
    assertThat(material.levelOfTheoryMismatch()).containsExactly("functional");
  }

  @Test
  void equivalentSitesShareAClassAndARepresentative() {
    SurfaceGraph doped = HoneycombSurface.doped(3);
    SurfaceEnergies energies = SurfaceEnergies.spread(doped, site -> -1 - 0.01 * site.number());
    MaterialResults results =
        MaterialResults.of(
            ExampleRows.material("m"),
            new SidePredictions(
                doped, List.of(energies), energies, Map.of(), null, List.of(), List.of()));
    assertThat(results.sites().stream().map(SiteRow::symmetryClass).distinct())
        .containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6);
    assertThat(results.hops().stream().map(HopRow::symmetryClass).distinct())
        .containsExactlyInAnyOrder(7, 8, 9, 10, 11, 12);
    for (SiteRow site : results.sites()) {
      SiteRow first =
          results.sites().stream()
              .filter(other -> other.siteId().equals(site.representative()))
              .findFirst()
              .orElseThrow();
      assertThat(site.symmetryClass()).isEqualTo(first.symmetryClass());
      assertThat(site.bindingEnergyEv()).isEqualTo(first.bindingEnergyEv());
    }
    assertThat(results.material().uniqueTopSites()).isEqualTo(4);
    assertThat(results.material().uniqueHollowSites()).isEqualTo(3);
    assertThat(results.material().uniqueBridgeSites()).isEqualTo(6);
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
