package io.github.epdi.pes;

import static io.github.epdi.pes.PercolationAgreement.assertAgree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.epdi.structure.Hop;
import io.github.epdi.structure.SiteKind;
import io.github.epdi.structure.SurfaceGraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PercolationTest {
  @Test
  void inASingleCellTheSecondBridgeOpensAChannelAndTheThirdTheSurface() {
    PercolationBarriers barriers =
        Percolation.of(HoneycombSurface.of(1, 1), energies("-2.0", "-1.8", "-1.7 -1.6 -1.5"));
    assertBarriers(barriers, 0.4, 0.5, 0.4, 0.5);
  }

  @Test
  void equalHopsEnterTogether() {
    PercolationBarriers barriers =
        Percolation.of(HoneycombSurface.of(1, 1), energies("-2.0", "-1.8", "-1.6 -1.6 -1.6"));
    assertBarriers(barriers, 0.4, 0.4, 0.4, 0.4);
  }

  @Test
  void aSiteAboveTheBridgeSetsTheEnergy() {
    PercolationBarriers barriers =
        Percolation.of(HoneycombSurface.of(1, 1), energies("-2.0", "-1.2", "-1.6 -1.6 -1.6"));
    assertBarriers(barriers, 0.8, 0.8, 0.8, 0.8);
  }

  @Test
  void anIslandDoesNotPercolate() {
    SurfaceGraph island = RandomGraphs.of(1, 1, List.of(new Hop(0, 0, 0, 1, 2)));
    assertBarriers(Percolation.of(island, energies("-2", "-1", "0")), null, null, null, null);
  }

  @Test
  void aChannelIsOneDimensionalHoweverManyTimesItWinds() {
    SurfaceGraph channel =
        RandomGraphs.of(
            1,
            1,
            List.of(new Hop(0, 0, 0, 0, 0), new Hop(1, 0, 0, 1, -2), new Hop(2, 0, 0, -2, 4)));
    assertBarriers(
        Percolation.of(channel, energies("-2", "-1", "0 0.5 0.7")), 2.5, null, 2.5, null);
  }

  /** Two channels that open at 0 eV, one over sites at -2 and -1, the other over -0.5 and -0.4. */
  @Test
  void ofSeveralThatOpenTogetherTheEasiestCounts() {
    SurfaceGraph channels = twoChannels();
    assertBarriers(
        Percolation.of(channels, energies("-2 -0.5", "-1 -0.4", "0 0 0 0")), 0.5, null, 2.0, null);
  }

  /**
   * The second channel would cost 0.5 + 0.1 eV, less than the first one's 2 eV, but opens later.
   */
  @Test
  void whatOpensAtAHigherEnergyDoesNotCount() {
    assertBarriers(
        Percolation.of(twoChannels(), energies("-2 -0.5", "-1 -0.4", "0 0 0.1 0.1")),
        2.0,
        null,
        2.0,
        null);
  }

  @Test
  void theLowestSiteOfTheSideMayLieOutsideOfTheComponent() {
    assertBarriers(
        Percolation.of(twoChannels(), energies("-2 -0.5", "-1 -0.4", "0.1 0.1 0 0")),
        0.5,
        null,
        2.0,
        null);
  }

  @Test
  void energiesOfAnotherSurfaceAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Percolation.of(HoneycombSurface.of(2, 2), energies("0", "0", "0")))
        .withMessageContaining("expected 4 for kind T, found 1");
  }

  @Test
  void agreesWithWalkingOnRandomGraphsWithTies() {
    Random random = new Random(20251);
    int[] found = new int[3];
    for (int i = 0; i < 1000; i++) {
      SurfaceGraph graph = RandomGraphs.graph(random);
      SurfaceEnergies energies = RandomGraphs.energiesWithTies(graph, random);
      PercolationBarriers barriers = Percolation.of(graph, energies);
      assertAgree(barriers, CoverPercolation.of(graph, energies), "graph " + i);
      found[barriers.percolation2dEv() != null ? 2 : barriers.percolation1dEv() != null ? 1 : 0]++;
    }
    // The comparison means something only if all three outcomes are met often.
    assertThat(Arrays.stream(found).min().orElseThrow()).isGreaterThan(100);
  }

  @Test
  void agreesWithWalkingOnSurfacesOfAllSmallSizes() {
    Random random = new Random(7);
    for (int n = 1; n <= 4; n++) {
      for (int m = 1; m <= 4; m++) {
        SurfaceGraph graph = HoneycombSurface.of(n, m);
        SurfaceEnergies energies = RandomGraphs.energiesWithTies(graph, random);
        PercolationBarriers barriers = Percolation.of(graph, energies);
        assertAgree(barriers, CoverPercolation.of(graph, energies), n + " x " + m);
        // On a surface every channel crosses what percolates in two directions.
        assertThat(barriers.percolation2dEv()).isGreaterThanOrEqualTo(barriers.percolation1dEv());
      }
    }
  }

  @Test
  void aConstantLeavesBarriersAlone() {
    Random random = new Random(3);
    SurfaceGraph graph = HoneycombSurface.of(3, 3);
    SurfaceEnergies energies = RandomGraphs.energiesWithTies(graph, random);
    SurfaceEnergies shifted = RandomGraphs.shifted(graph, energies, 7.25);
    assertAgree(Percolation.of(graph, shifted), Percolation.of(graph, energies), "shifted by 7.25");
  }

  /** Other numbers for the sites, other home cells of them: the same surface. */
  @Test
  void relabellingLeavesBarriersAlone() {
    Random random = new Random(11);
    for (int i = 0; i < 100; i++) {
      SurfaceGraph graph = RandomGraphs.graph(random);
      SurfaceEnergies energies = RandomGraphs.energiesWithTies(graph, random);
      List<Integer> tops = shuffled(graph.tops().size(), random);
      List<Integer> hollows = shuffled(graph.hollows().size(), random);
      List<Integer> numbers = shuffled(graph.hops().size(), random);
      int[][] cell = new int[graph.hollows().size()][];
      for (int h = 0; h < cell.length; h++) {
        cell[h] = new int[] {random.nextInt(5) - 2, random.nextInt(5) - 2};
      }
      Hop[] hops = new Hop[numbers.size()];
      for (Hop hop : graph.hops()) {
        int number = numbers.get(hop.number());
        hops[number] =
            new Hop(
                number,
                tops.get(hop.top()),
                hollows.get(hop.hollow()),
                hop.du() + cell[hop.hollow()][0],
                hop.dv() + cell[hop.hollow()][1]);
      }
      SurfaceGraph relabelled = RandomGraphs.of(tops.size(), hollows.size(), List.of(hops));
      SurfaceEnergies moved =
          new SurfaceEnergies(
              permuted(energies, SiteKind.T, tops),
              permuted(energies, SiteKind.H, hollows),
              permuted(energies, SiteKind.B, numbers));
      assertThat(Percolation.of(relabelled, moved)).isEqualTo(Percolation.of(graph, energies));
    }
  }

  private static SurfaceGraph twoChannels() {
    return RandomGraphs.of(
        2,
        2,
        List.of(
            new Hop(0, 0, 0, 0, 0),
            new Hop(1, 0, 0, 1, 0),
            new Hop(2, 1, 1, 0, 0),
            new Hop(3, 1, 1, 1, 0)));
  }

  private static List<Integer> shuffled(int count, Random random) {
    List<Integer> numbers =
        new ArrayList<>(IntStream.range(0, count).boxed().collect(Collectors.toList()));
    Collections.shuffle(numbers, random);
    return numbers;
  }

  private static double[] permuted(SurfaceEnergies energies, SiteKind kind, List<Integer> to) {
    double[] permuted = new double[to.size()];
    for (int i = 0; i < permuted.length; i++) {
      permuted[to.get(i)] = energies.energyEv(kind, i);
    }
    return permuted;
  }

  private static SurfaceEnergies energies(String tops, String hollows, String bridges) {
    return new SurfaceEnergies(numbers(tops), numbers(hollows), numbers(bridges));
  }

  private static double[] numbers(String text) {
    return Arrays.stream(text.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
  }

  private static void assertBarriers(
      PercolationBarriers found, Double b1, Double b2, Double above1, Double above2) {
    assertAgree(found, new PercolationBarriers(b1, b2, above1, above2), "worked example");
  }
}
