package io.github.epdi.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.epdi.pes.Interval;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which materials are chosen out of made-up rankings. */
class SelectionTest {
  private static Contender contender(String name, double ev, double sdEv, String... kin) {
    return new Contender(
        name, Barrier.of(ev, sdEv, 0.05), Set.of(kin), Contender.Trained.INSIDE, 2, 1);
  }

  private static Contender outside(Contender contender) {
    return new Contender(
        contender.name(), contender.barrier(), contender.kin(), Contender.Trained.OUTSIDE, 2, 1);
  }

  private static List<String> names(Selection selection) {
    return selection.choices().stream().map(c -> selection.contender(c).name()).toList();
  }

  private static List<Contender> ladder(double sdEv) {
    List<Contender> ladder = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      ladder.add(contender("m" + (char) ('a' + i), 0.1 + 0.05 * i, sdEv));
    }
    return ladder;
  }

  @Test
  void aCertainRankingSuggestsNothing() {
    Selection selection = new Selection(ladder(0.002), 5, 10);
    assertThat(selection.open()).isCloseTo(0, within(1e-6));
    assertThat(selection.choices()).isEmpty();
  }

  @Test
  void thePairAtTheBorderOfTheBestComesFirst() {
    List<Contender> materials = new ArrayList<>(ladder(0.01));
    // The fifth and the sixth can change places; so can the first and the second, to no effect.
    materials.set(4, contender("border-1", 0.318, 0.02));
    materials.set(5, contender("border-2", 0.322, 0.02));
    materials.set(0, contender("best-1", 0.148, 0.02));
    Selection selection = new Selection(materials, 5, 4);

    assertThat(names(selection)).hasSize(2).containsExactlyInAnyOrder("border-1", "border-2");
    assertThat(selection.open()).isBetween(0.44, 0.55);
    assertThat(selection.remaining()).isLessThan(0.02);
  }

  /** With two materials and one place, p (1 - p) is known: half of the open place for each. */
  @Test
  void gainsAreThoseOfTwoNormalVariables() {
    List<Contender> two = List.of(contender("a", 0.2, 0.02), contender("b", 0.2, 0.02));
    OpenPlaces places = new OpenPlaces(two.stream().map(Contender::barrier).toList(), 1);
    assertThat(places.open()).isCloseTo(0.5, within(0.05));
    // Knowing one of two equal variances: p is uniform, 2 E[p (1 - p)] = 1/3.
    assertThat(places.gain(0, 1)).isCloseTo(0.5 - 1 / 3.0, within(0.03));
    places.settle(0, 1);
    assertThat(places.open()).isCloseTo(1 / 3.0, within(0.05));
    places.settle(1, 1);
    assertThat(places.open()).isZero();
  }

  @Test
  void oneSiteSettlesLessThanBoth() {
    Contender a = contender("a", 0.2, 0.02);
    Contender b = contender("b", 0.2, 0.02);
    Contender site =
        new Contender("a", a.barrier(), Set.of(), a.trained(), 1, a.barrier().siteShare());
    Selection sites = new Selection(List.of(site, b), 1, 1);
    Selection both = new Selection(List.of(a, b), 1, 2);
    assertThat(sites.choices()).hasSize(1);
    assertThat(sites.choices().get(0).gain()).isLessThan(0.3 * both.choices().get(0).gain());
  }

  @Test
  void whatIsCalculatedIsNotChosenAgain() {
    Contender a = contender("a", 0.2, 0.02);
    Contender done = new Contender("b", a.barrier().after(-1.0, -0.8), Set.of(), a.trained(), 0, 1);
    assertThat(done.barrier()).isEqualTo(new Barrier(0.19999999999999996, 0, 0));
    assertThat(names(new Selection(List.of(a, done), 1, 8))).containsExactly("a");
    Barrier half = a.barrier().after(null, -0.8);
    assertThat(half.sdEv()).isBetween(0.015, 0.02);
    assertThat(half.ev()).isEqualTo(0.2);
  }

  @Test
  void equalInputsGiveEqualChoicesInAnyOrder() {
    List<Contender> materials = new ArrayList<>(ladder(0.06));
    Selection first = new Selection(materials, 5, 8);
    assertThat(first.choices()).hasSize(4);
    Collections.shuffle(materials, new Random(3));
    Selection second = new Selection(materials, 5, 8);
    assertThat(names(second)).isEqualTo(names(first));
    assertThat(second.choices()).isEqualTo(first.choices());
  }

  @Test
  void openPlacesOnlyBecomeFewer() {
    Selection selection = new Selection(ladder(0.06), 5, 24);
    double before = selection.open();
    for (Choice choice : selection.choices()) {
      assertThat(choice.gain()).isPositive();
      assertThat(choice.before()).isLessThanOrEqualTo(before + 0.02);
      before = choice.before();
    }
    assertThat(selection.remaining()).isLessThan(0.15);
  }

  @Test
  void kinCountLess() {
    List<Contender> strangers = new ArrayList<>(ladder(0.005));
    strangers.set(4, contender("a1", 0.318, 0.03));
    strangers.set(5, contender("a2", 0.320, 0.03));
    strangers.set(6, contender("b", 0.324, 0.03));
    List<Contender> kin = new ArrayList<>(strangers);
    kin.set(4, contender("a1", 0.318, 0.03, "host MoS2 2H"));
    kin.set(5, contender("a2", 0.320, 0.03, "host MoS2 2H"));
    kin.set(6, contender("b", 0.324, 0.03, "host WS2 2H"));

    assertThat(names(new Selection(strangers, 5, 4))).containsExactlyInAnyOrder("a1", "a2");
    assertThat(names(new Selection(kin, 5, 4))).hasSize(2).contains("b");
  }

  @Test
  void whatLiesOutsideOfTheTrainingCountsMore() {
    List<Contender> materials = new ArrayList<>(ladder(0.005));
    materials.set(4, contender("c1", 0.319, 0.02));
    materials.set(5, contender("c2", 0.321, 0.02));
    Selection inside = new Selection(materials, 5, 2);
    int other = names(inside).get(0).equals("c1") ? 5 : 4;
    materials.set(other, outside(materials.get(other)));
    Selection flagged = new Selection(materials, 5, 2);
    assertThat(names(flagged)).containsExactly(materials.get(other).name());
  }

  @Test
  void anEnergysShareOfABarrierIsAtMostHalf() {
    assertThat(Barrier.of(0.2, 0.02, 0.05).siteShare()).isCloseTo(0.04, within(1e-12));
    assertThat(Barrier.of(0.2, 0.02, 0.001).siteShare()).isEqualTo(0.5);
    assertThat(Barrier.of(0.2, 0.02, null).siteShare()).isEqualTo(0.5);
    Interval cut = new Interval(0, 0.02 + 1.2815515655446004 * 0.03);
    assertThat(SuggestedIntervals.sdEv(cut, 0.02)).isCloseTo(0.03, within(1e-12));
  }

  /** Thousands of materials are no more work than those that could be among the best. */
  @Test
  void aLargeScreeningTakesSeconds() {
    List<Contender> many = new ArrayList<>();
    Random random = new Random(1);
    for (int i = 0; i < 5000; i++) {
      many.add(contender("m" + i, 0.2 + 0.1 * random.nextGaussian(), 0.01));
    }
    long start = System.nanoTime();
    Selection selection = new Selection(many, 10, 20);
    assertThat(selection.choices()).isNotEmpty();
    assertThat((System.nanoTime() - start) / 1e9).isLessThan(30);
  }
}
