package io.github.epdi.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

class RankingTest {
  private static Candidate candidate(String id, Double barrierEv, Double spreadEv) {
    return new Candidate(id, "top", barrierEv, spreadEv);
  }

  private static Place place(List<Place> places, String id) {
    return places.stream()
        .filter(place -> place.candidate().materialId().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** Of two normal barriers the lower one is first with the probability of their difference. */
  @Test
  void ofTwoTheOddsAreThoseOfTheirDifference() {
    List<Place> places =
        Ranking.of(List.of(candidate("b", 0.33, 0.02), candidate("a", 0.30, 0.01)), 1);
    double first = new NormalDistribution().cumulativeProbability(0.03 / Math.hypot(0.01, 0.02));
    assertThat(places)
        .extracting(place -> place.candidate().materialId())
        .containsExactly("a", "b");
    assertThat(places.get(0).odds().amongTop()).isCloseTo(first, within(0.03));
    assertThat(places.get(1).odds().amongTop()).isCloseTo(1 - first, within(0.03));
    assertThat(places.get(0).odds().expectedRank()).isCloseTo(2 - first, within(0.03));
  }

  @Test
  void probabilitiesOfTheTopAddUpToItsSize() {
    List<Candidate> many = new ArrayList<>();
    Random random = new Random(3);
    for (int i = 0; i < 40; i++) {
      many.add(
          candidate("m" + i, 0.2 + 0.2 * random.nextDouble(), 0.005 + 0.03 * random.nextDouble()));
    }
    List<Place> places = Ranking.of(many, 10);
    assertThat(places.stream().mapToDouble(place -> place.odds().amongTop()).sum())
        .isCloseTo(10, within(1e-9));
    assertThat(places)
        .allSatisfy(
            place ->
                assertThat(place.odds().expectedRank())
                    .isBetween((double) place.odds().lowRank(), (double) place.odds().highRank()));
    Collections.shuffle(many, random);
    assertThat(Ranking.of(many, 10)).isEqualTo(places);
  }

  @Test
  void whatIsSureStaysWhereItIs() {
    List<Place> places =
        Ranking.of(
            List.of(
                candidate("sure", 0.1, 0.001),
                candidate("unknown spread", 0.2, null),
                candidate("no barrier", null, null),
                candidate("unsure", 0.3, 0.18)),
            1);
    assertThat(place(places, "sure").odds()).isNotNull();
    assertThat(place(places, "sure").odds().amongTop()).isGreaterThan(0.85);
    assertThat(place(places, "unsure").odds().lowRank()).isEqualTo(1);
    assertThat(place(places, "unsure").odds().highRank()).isEqualTo(3);
    assertThat(place(places, "unknown spread").odds()).isNull();
    assertThat(place(places, "no barrier"))
        .isEqualTo(new Place(candidate("no barrier", null, null), 4, null));
  }

  @Test
  void theSpreadIsThatOfAnIntervalOf80Percent() {
    Candidate candidate = Candidate.of("m", "top", 0.30, 0.30 + 1.2815515655446004 * 0.02);
    assertThat(candidate.spreadEv()).isCloseTo(0.02, within(1e-12));
    assertThat(Candidate.of("m", "top", null, null).spreadEv()).isNull();
    assertThat(Candidate.of("m", "top", 0.3, null).spreadEv()).isNull();
  }

  @Test
  void nothingIsRankedWithoutCandidatesOrATop() {
    assertThat(Ranking.of(List.of(), 10)).isEmpty();
    assertThatThrownBy(() -> Ranking.of(List.of(), 0))
        .hasMessage("Cannot rank: expected a top of 1 or more, found 0");
  }
}
