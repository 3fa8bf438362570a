package io.github.epdi.pes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.epdi.structure.Hop;
import io.github.epdi.structure.SiteKind;
import io.github.epdi.structure.SurfaceGraph;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SurfaceEnergiesTest {
  private static final Hop HOP = new Hop(0, 0, 0, 0, 0);

  private static SurfaceEnergies of(double top, double hollow, double bridge) {
    return new SurfaceEnergies(
        new double[] {top}, new double[] {hollow}, new double[] {bridge, bridge, bridge});
  }

  @Test
  void aHopCostsItsBridgeOrTheHigherOfItsSites() {
    assertThat(of(-2.0, -1.8, -1.7).hopEnergyEv(HOP)).isEqualTo(-1.7);
    assertThat(of(-2.0, -1.6, -1.7).hopEnergyEv(HOP)).isEqualTo(-1.6);
    assertThat(of(-1.5, -1.8, -1.7).hopEnergyEv(HOP)).isEqualTo(-1.5);
  }

  @Test
  void aSaddleLiesBelowASiteOnlyIfItIsLower() {
    assertThat(of(-2.0, -1.8, -1.7).saddleBelowSite(HOP)).isFalse();
    assertThat(of(-2.0, -1.7, -1.7).saddleBelowSite(HOP)).isFalse();
    assertThat(of(-2.0, -1.6, -1.7).saddleBelowSite(HOP)).isTrue();
  }

  @Test
  void theLowestSiteIsNoBridge() {
    SurfaceEnergies energies = of(-2.0, -1.8, -3.0);
    assertThat(energies.lowestEv()).isEqualTo(-2.0);
    assertThat(energies.lowestEv(SiteKind.H)).isEqualTo(-1.8);
  }

  @Test
  void ofEquallyLowSitesTheFirstIsTheLowest() {
    SurfaceEnergies energies =
        new SurfaceEnergies(new double[] {-1, -2, -2}, new double[] {0}, new double[] {});
    assertThat(energies.lowestNumber(SiteKind.T)).isEqualTo(1);
  }

  @Test
  void arraysAreCopied() {
    double[] tops = {-2.0};
    SurfaceEnergies energies = new SurfaceEnergies(tops, new double[] {-1}, new double[] {0});
    tops[0] = 5;
    assertThat(energies.energyEv(SiteKind.T, 0)).isEqualTo(-2.0);
  }

  @Test
  void spreadAsksOncePerOrbitAndFillsTheOrbit() {
    SurfaceGraph graph = HoneycombSurface.doped(3);
    List<String> asked = new ArrayList<>();
    SurfaceEnergies energies =
        SurfaceEnergies.spread(
            graph,
            site -> {
              asked.add(site.id());
              return -1 - 0.1 * asked.size();
            });
    assertThat(asked).hasSize(13).doesNotHaveDuplicates();
    for (SiteKind kind : SiteKind.values()) {
      graph
          .sites(kind)
          .forEach(
              site ->
                  assertThat(energies.energyEv(kind, site.number()))
                      .isEqualTo(-1 - 0.1 * (asked.indexOf(site.representative()) + 1)));
    }
  }

  @Test
  void theMeanIsTakenSiteBySite() {
    SurfaceEnergies mean = SurfaceEnergies.mean(List.of(of(-2, -1, 0), of(-1, -3, 1)));
    assertThat(mean.energyEv(SiteKind.T, 0)).isEqualTo(-1.5);
    assertThat(mean.energyEv(SiteKind.H, 0)).isEqualTo(-2.0);
    assertThat(mean.energyEv(SiteKind.B, 2)).isEqualTo(0.5);
  }

  @Test
  void anEnergyThatIsNoNumberIsRefusedByName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(-2, Double.NaN, 0))
        .withMessage("Cannot use the energy of site H0: expected a finite number, found NaN");
  }

  @Test
  void energiesOfAnotherSurfaceAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(-2, -1, 0).requireShapeOf(HoneycombSurface.of(2, 2)))
        .withMessage(
            "Cannot match energies with sites on the top side: expected 4 for kind T, found 1");
  }

  @Test
  void membersOfOtherShapesHaveNoMean() {
    SurfaceEnergies other =
        new SurfaceEnergies(new double[] {0, 0}, new double[] {0}, new double[] {0});
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SurfaceEnergies.mean(List.of(of(0, 0, 0), other)))
        .withMessage("Cannot average over members: expected 1 energies of kind T, found 2");
  }
}
