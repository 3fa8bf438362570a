package io.github.epdi.pes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.epdi.structure.AdsorptionSite;
import io.github.epdi.structure.Element;
import io.github.epdi.structure.Side;
import io.github.epdi.structure.SiteKind;
import io.github.epdi.structure.SurfaceGraph;
import io.github.epdi.structure.TestSlabs;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnergySpreadTest {
  private static final SurfaceGraph GRAPH =
      TestSlabs.twoH(Element.Mo, Element.S).supercell(3, 3).graph(Side.TOP);

  /** T, H and B of a pristine slab. */
  private static final List<AdsorptionSite> UNIQUE =
      GRAPH.all().stream().filter(AdsorptionSite::isRepresentative).toList();

  private static final double[][] COVARIANCE = {
    {0.0100, 0.0090, 0.0094}, {0.0090, 0.0121, 0.0091}, {0.0094, 0.0091, 0.0100}
  };

  private static final EnergySpread SPREAD = new EnergySpread(GRAPH, UNIQUE, COVARIANCE);

  private static final SurfaceEnergies ENERGIES =
      SurfaceEnergies.spread(
          GRAPH,
          site ->
              switch (site.kind()) {
                case T -> -2.0;
                case H -> -1.8;
                case B -> -1.7;
              });

  private static SurfaceResult result(IntervalFactors factors) {
    return SurfaceResult.of(
        new SurfacePredictions(
            GRAPH, List.of(ENERGIES), ENERGIES, Map.of(), new SurfaceDoubt(SPREAD, factors)),
        null);
  }

  @Test
  void sitesOfAnOrbitShareOneError() {
    assertThat(UNIQUE).extracting(AdsorptionSite::kind).containsExactly(SiteKind.values());
    assertThat(SPREAD.energyEv(SiteKind.T, 5)).isCloseTo(0.1, within(1e-12));
    assertThat(SPREAD.energyEv(SiteKind.H, 8)).isCloseTo(0.11, within(1e-12));
    assertThat(SPREAD.differenceEv(GRAPH.tops().get(0), GRAPH.tops().get(7))).isZero();
    assertThat(SPREAD.differenceEv(GRAPH.bridges().get(3), GRAPH.tops().get(7)))
        .isCloseTo(Math.sqrt(0.02 - 2 * 0.0094), within(1e-12));
  }

  /** What all sites share cancels in a barrier. */
  @Test
  void intervalsReachAsFarAsTheFactorsSay() {
    SurfaceResult result = result(new IntervalFactors(0.8, 2.0, 3.0, 0.5));
    double barrier = Math.sqrt(0.02 - 2 * 0.0094);

    Interval top = result.sites().get(0).intervalEv();
    assertThat(top.lowEv()).isCloseTo(-2.2, within(1e-12));
    assertThat(top.highEv()).isCloseTo(-1.8, within(1e-12));
    HopResult hop = result.hops().get(0);
    assertThat(hop.intervals().forwardEv().highEv()).isCloseTo(0.3 + 3 * barrier, within(1e-12));
    assertThat(hop.intervals().reverseEv().lowEv())
        .as("no barrier is negative")
        .isCloseTo(Math.max(0, 0.1 - 3 * Math.sqrt(0.0221 - 2 * 0.0091)), within(1e-12));
    PathResult path = result.paths().get(0);
    assertThat(path.intervals().forwardEv()).isEqualTo(hop.intervals().forwardEv());
    assertThat(path.intervals().lowsEv()).hasSize(5).first().isEqualTo(top.lowEv());
    Interval percolation = result.barriers().intervals().across2dEv();
    assertThat(percolation.lowEv()).isCloseTo(0.3 - 0.5 * barrier, within(1e-12));
    assertThat(percolation.highEv()).isCloseTo(0.3 + 0.5 * barrier, within(1e-12));
    assertThat(result.adsorption().intervalEv()).isEqualTo(top);
  }

  @Test
  void whatCannotBeToldIsNull() {
    SurfaceResult result = result(new IntervalFactors(0.8, null, 1.0, null));
    assertThat(result.sites().get(0).intervalEv()).isNull();
    assertThat(result.paths().get(0).intervals().lowsEv()).isNull();
    assertThat(result.paths().get(0).intervals().forwardEv()).isNotNull();
    assertThat(result.barriers().intervals().across2dEv()).isNull();
  }

  @Test
  void aWrongFactorOrAMissingOrbitIsRefused() {
    assertThatThrownBy(() -> new IntervalFactors(1.0, null, null, null))
        .hasMessage("expected a coverage between 0 and 1, found 1.0");
    assertThatThrownBy(() -> new IntervalFactors(0.8, -1.0, null, null))
        .hasMessage("expected a factor above 0 for energy, found -1.0");
    EnergySpread some = new EnergySpread(GRAPH, UNIQUE.subList(0, 1), new double[][] {{0.01}});
    assertThatThrownBy(() -> some.energyEv(SiteKind.H, 0))
        .hasMessageContaining("of H0, found none");
  }
}
